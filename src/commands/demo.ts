import { ExitCode } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { shellLine } from '../output/shell-word.ts';
import { command, type Outcome } from './command.ts';

type StepName = keyof Words['demo']['steps'];

const AS_OF = '2026-11-01';

/** What a seller would type on the first evening. */
const STEPS: readonly (readonly [StepName, ...args: string[]])[] = [
  ['ingest', 'ingest', 'ExportOrderList202510311200.csv', 'ExportOrderList202610311200.csv'],
  ['ingestOther', 'ingest', 'orders_export_1.csv', '--shop', 'Hill & Moon Tea'],
  ['status', 'status'],
  ['customer', 'customers', 'show', '淘小茶'],
  ['explain', 'customers', 'explain', 'silverneedle_mei'],
  ['segments', 'segment', 'list'],
  ['members', 'segment', 'members', 'at_risk', '--format', 'csv', '--limit', '5'],
  ['tag', 'tag', 'add', 'spring', '--segment', 'champions', '--reason', 'first harvest'],
  [
    'contacts',
    'export',
    'contacts',
    '--segment',
    'at_risk',
    '--channel',
    'sms',
    '--kind',
    'care',
    '--format',
    'csv',
    '--out',
    'call.csv',
  ],
  ['plan', 'followup', 'plan', '--days', '7'],
  ['today', 'followup', 'today'],
];

export const demo = command({
  path: 'demo',
  summary: {
    en: 'the whole walk on an invented tea shop, in an archive that is thrown away',
    zh: '用一家虚构的茶铺走完全程，档案用完即删',
  },
  examples: ['regulars demo', 'regulars demo --lang zh'],
  options: {},
  async run(context): Promise<Outcome | undefined> {
    const { cpSync, rmSync } = await import('node:fs');
    const { join } = await import('node:path');
    const { fileURLToPath } = await import('node:url');
    const { temporaryFolder } = await import('../store/temporary.ts');
    const { io, words } = context;
    const { demo: say } = words;
    const folder = temporaryFolder();
    try {
      cpSync(fileURLToPath(new URL('../../fixtures/teashop', import.meta.url)), folder, { recursive: true });
      await io.write(`${say.intro}\n`);
      for (const [step, ...args] of STEPS) {
        const typed = shellLine(['regulars', ...args]);
        await io.write(`\n${io.out.style.dim(`# ${say.steps[step]}`)}\n${io.out.style.bold(`$ ${typed}`)}\n`);
        const format = args.includes('--format') ? [] : ['--format', 'table'];
        const settings = ['--db', join(folder, 'demo.db'), '--as-of', AS_OF, '--lang', words.language, '--no-input'];
        const exitCode = await context.run([...args, ...format, ...settings], folder);
        if (exitCode !== ExitCode.done) return { exitCode: ExitCode.failed };
      }
      await io.write(`\n${say.outro}\n${say.next}\n`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return undefined;
  },
});
