/** The form in which a contact list was asked for. */
import type { Channel } from '../contacts/gate.ts';
import type { Part } from '../contacts/list-parts.ts';
import type { ListFormat } from '../contacts/lists/list-format.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../values/nearest.ts';
import { choice, many, type Options, text, type Values } from './command.ts';
import type { ListForm } from './list-form.ts';

export const formOptions = {
  as: text('--as <format>', {
    en: 'xlsx, or as another tool takes it: shopify, vcard3; see regulars export formats',
    zh: 'xlsx，或按其他工具的格式：shopify、vcard3 等，见 regulars export formats',
  }),
  headerMap: text('--header-map <sample>', {
    en: "like the provider's own sample file: its columns, in its order",
    zh: '按服务商提供的样例文件：相同的列、相同的顺序',
  }),
  map: many('--map <field=Header>', {
    en: 'what fills a column of the sample: phone=手机号; =Header leaves it empty',
    zh: '样例中某一列填什么，如 phone=手机号；“=列名”表示留空',
  }),
  columns: text('--columns <names>', {
    en: 'only these columns of the plain list, comma-separated',
    zh: '普通名单只要这些列，用逗号分隔',
  }),
  encoding: choice('--encoding <name>', { en: 'characters of the file', zh: '文件的字符编码' }, [
    'utf-8',
    'utf-8-bom',
    'gbk',
  ]),
} satisfies Options;

export type FormAsked = Values<typeof formOptions>;

interface Making {
  readonly channel: Channel;
  readonly asOf: string;
  readonly currency: string;
  readonly only: Part | undefined;
}

/** Throws UsageError where there is no such form, or it takes nobody by the channel. */
export async function formAsked(
  context: Context,
  asked: FormAsked,
  { channel, asOf, currency, only }: Making,
): Promise<ListForm> {
  const format = await formatOf(context, asked);
  if (format === undefined) {
    const { contactColumns } = await import('./contact-columns.ts');
    const { plainForm } = await import('./plain-form.ts');
    return plainForm(contactColumns(context, channel, currency, asked.columns), {
      encoding: asked.encoding,
      workbookOf: asked.as === 'xlsx' ? asOf : undefined,
    });
  }
  const { words } = context;
  if (!format.channels.includes(channel))
    throw new UsageError(words.contacts.notByChannel(format.name, channel, format.channels.join(', ')), {
      code: 'bad_channel',
      hint: 'regulars export formats',
    });
  if (only === 'removed')
    throw new UsageError(words.contacts.removedPlain(format.name), { code: 'removed_plain', hint: '--as csv' });
  if (asked.columns !== undefined)
    throw new UsageError(words.contacts.columnsFixed(format.name), { code: 'columns_fixed' });
  const { toolForm } = await import('./tool-form.ts');
  return toolForm(format, { asOf, channel, encoding: asked.encoding ?? 'utf-8' });
}

async function formatOf(context: Context, { as, headerMap, map }: FormAsked): Promise<ListFormat | undefined> {
  if (headerMap !== undefined) return fromSample(context, headerMap, map);
  if (as === undefined || as === 'csv' || as === 'xlsx') return undefined;
  const { listFormatNamed, listFormats } = await import('../contacts/lists/list-formats.ts');
  const found = listFormatNamed(as);
  if (found) return found;
  const names = ['csv', 'xlsx', ...listFormats.map(({ name }) => name)];
  const near = nearest(as, names);
  throw new UsageError(context.words.contacts.noFormat(as, names.join(', ')), {
    code: 'unknown_format',
    hint: near === undefined ? 'regulars export formats' : context.words.segments.didYouMean(near),
  });
}

async function fromSample(context: Context, sample: string, map: readonly string[]): Promise<ListFormat> {
  const { resolve } = await import('node:path');
  const { templateHeaders } = await import('../contacts/lists/template-headers.ts');
  const { templateFormat } = await import('../contacts/lists/template-format.ts');
  const { FileRefused } = await import('../ingest/refusal.ts');
  const { io, words, signal } = context;
  const path = sample === '-' ? sample : resolve(context.folder, sample);
  const fields = new Map(
    map.map((pair): [string, string] => {
      const at = pair.indexOf('=');
      if (at < 0) throw new UsageError(words.contacts.mapWrong(pair), { code: 'bad_map' });
      return [pair.slice(at + 1).trim(), pair.slice(0, at).trim()];
    }),
  );
  try {
    const made = templateFormat(await templateHeaders(path, { stdin: io.stdin, signal }), fields);
    if (made.ok) return made.format;
    throw new UsageError(words.lists.templateProblem(made.problem), {
      code: made.problem.reason,
      hint: words.contacts.mapHint,
    });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { fileRefused } = await import('./file-refused.ts');
    throw fileRefused(context, sample, error);
  }
}
