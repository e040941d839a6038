/** Choosing customers, the same on every command: --segment, --where, --from, --customer. */
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import type { Population } from '../measures/population.ts';
import type { Chosen } from '../segments/choose.ts';
import type { Archive } from '../store/open.ts';
import { many, type Options, text, type Values } from './command.ts';
import { fileRefused } from './file-refused.ts';

export const choosing = {
  segment: text('--segment <name>', { en: 'the members of a segment: at_risk', zh: '某个分组的客户，如 at_risk' }),
  where: text('--where <condition>', {
    en: "customers for whom it holds: 'number_of_orders >= 3 AND last_order_date < -90d'",
    zh: "符合条件的客户，如 'number_of_orders >= 3 AND last_order_date < -90d'",
  }),
  from: text('--from <file>', {
    en: 'a CSV with a customer_id, phone or email column; - for stdin',
    zh: '含 customer_id、phone 或 email 列的 CSV；- 表示标准输入',
  }),
  customer: many('--customer <who>', {
    en: 'one customer by number, account, e-mail, phone or name',
    zh: '一位客户：编号、账号、邮箱、电话或姓名',
  }),
} satisfies Options;

type Choosing = Values<typeof choosing>;

/**
 * Throws UsageError where nobody was named, unless `everybody` is a fair answer to that, and for a
 * --customer nobody answers to. Rows of a file nobody answers to are warned of.
 */
export async function choose(
  context: Context,
  archive: Archive,
  population: Population,
  options: Choosing,
  settings: { readonly everybody: boolean },
): Promise<Chosen> {
  const { segments } = context.words;
  const named = options.customer.length > 0 || options.from !== undefined;
  if (!named && options.segment === undefined && options.where === undefined && !settings.everybody) {
    throw new UsageError(segments.choiceNeeded, { code: 'no_choice', hint: segments.choiceHint });
  }
  const customers = named
    ? [...(await fromNames(context, archive, options.customer)), ...(await fromFile(context, options.from))]
    : undefined;
  const { chooseCustomers } = await import('../segments/choose.ts');
  const chosen = await wordingSegmentErrors(context, () =>
    chooseCustomers(archive, population, { segment: options.segment, where: options.where, customers }),
  );
  if (chosen.unknown.length > 0)
    context.io.warn(segments.unknownCustomers(chosen.unknown.slice(0, 5).join(', '), chosen.unknown.length));
  return chosen;
}

/** Runs `work`, and says what is wrong with a query as a UsageError. */
export async function wordingSegmentErrors<T>(context: Context, work: () => T): Promise<T> {
  const { SegmentError } = await import('../segments/segment-error.ts');
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    const { segmentErrorInWords } = await import('./segment-error-words.ts');
    throw segmentErrorInWords(error, context.words);
  }
}

async function fromNames(context: Context, archive: Archive, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { requireCustomer } = await import('./who.ts');
  const customers: string[] = [];
  for (const name of names)
    customers.push(String(await requireCustomer(context, archive, name, (number) => `--customer ${number}`)));
  return customers;
}

async function fromFile(context: Context, file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  const { resolve } = await import('node:path');
  const { openSource } = await import('../ingest/bytes/source.ts');
  const { readFileSync } = await import('node:fs');
  const { CsvError, parse } = await import('csv-parse/sync');
  const { FileRefused } = await import('../ingest/refusal.ts');
  const { segments } = context.words;
  const path = file === '-' ? '-' : resolve(context.folder, file);
  const source = await openSource(path, context.io.stdin, context.signal).catch((error: unknown) => {
    if (!(error instanceof FileRefused)) throw error;
    throw fileRefused(context, file, error);
  });
  try {
    const [header = [], ...rows] = parse(readFileSync(source.path), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const names = header.map((name) => name.trim().toLowerCase());
    const column = ['customer_id', 'phone', 'email'].map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (column === undefined) throw new DataError(segments.fromFileNeedsColumn, { code: 'no_customer_column', file });
    return rows.map((row) => row[column] ?? '').filter((value) => value.trim() !== '');
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DataError(segments.fromFileBroken, { code: 'not_csv', file }, error);
  } finally {
    source.dispose();
  }
}
