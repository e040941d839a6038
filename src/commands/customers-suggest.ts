import type { Suggestion } from '../customers/suggest.ts';
import type { Context } from '../context.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command } from './command.ts';
import { listing } from './listing.ts';

const SHOWN = 20;

export const customersSuggest = command({
  path: 'customers suggest',
  summary: { en: 'customers who may be one person, and why', zh: '可能是同一个人的客户及理由' },
  examples: [
    'regulars customers suggest',
    'regulars customers suggest --limit 100',
    'regulars customers suggest --csv',
  ],
  description: {
    en: 'Nothing is merged by it: paste the line where you are sure, or keep two apart for good with customers apart. The likeliest come first.',
    zh: '只提建议，不会自动合并：确定的请粘贴所给命令；确定不是同一人的用 customers apart 永久分开。可能性大的在前。',
  },
  options: { limit: listing.limit },
  rows: true,
  async run(context, _, options) {
    const archive = await context.archive('read');
    const { suggestMerges } = await import('../customers/suggest.ts');
    const { nameOf } = await import('../customers/queries.ts');
    const all = suggestMerges(archive);
    const { io, words, format } = context;
    const shown = all.slice(0, options.limit ?? (format === 'table' ? SHOWN : all.length));
    const name = (customer: number) => nameOf(archive, customer);
    if (format !== 'table') {
      const { writeTable } = await import('../output/write-table.ts');
      return writeTable(context, {
        columns: [
          { name: 'customer_id', kind: 'integer' },
          { name: 'name', kind: 'text' },
          { name: 'other_customer_id', kind: 'integer' },
          { name: 'other_name', kind: 'text' },
          { name: 'why', kind: 'list' },
          { name: 'evidence', kind: 'list' },
          { name: 'command', kind: 'text' },
        ],
        rows: shown.map(({ customers: [one, other], reasons }) => [
          one,
          name(one),
          other,
          name(other),
          reasons.map(({ why }) => why),
          reasons.map(({ evidence }) => evidence),
          mergeLine(context, [one, other]),
        ]),
      });
    }
    if (shown.length === 0) io.say(words.overrides.noSuggestions);
    for (const suggestion of shown) await io.write(await block(context, suggestion, name));
    if (all.length > shown.length && options.limit === undefined)
      io.say(words.overrides.suggestionsCut(all.length - shown.length));
    const { ExitCode } = await import('../errors.ts');
    return shown.length === 0 && context.failIfEmpty ? { exitCode: ExitCode.nothingFound } : undefined;
  },
});

const mergeLine = (context: Context, customers: Suggestion['customers']) =>
  shellLine(['regulars', 'customers', 'merge', ...customers.map(String), ...archiveFlag(context)]);

async function block(
  context: Context,
  { customers: [one, other], reasons }: Suggestion,
  name: (customer: number) => string,
): Promise<string> {
  const { pasteBlock } = await import('../output/paste-block.ts');
  const { visible } = await import('../output/visible.ts');
  const { io, words } = context;
  const sentences = reasons.map(({ why, evidence }) => visible(`${words.overrides.why[why] ?? why}: ${evidence}`));
  const title = io.out.style.bold(visible(`#${one} ${name(one)}  #${other} ${name(other)}`));
  return pasteBlock(title, sentences, mergeLine(context, [one, other]), io.out);
}
