/** The options every command takes, before or after its name. */
import { type Options, type Values, choice, flag, parsed, text } from '../commands/command.ts';
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { type AsOf, readAsOf } from './as-of.ts';

export const globalOptions = {
  db: text('--db <file>', 'the archive to use'),
  keyFile: text('--key-file <file>', 'the file that holds the key of an encrypted archive'),
  asOf: parsed<AsOf>('--as-of <day|time>', 'ask as on that day: 2026-06-30 or 2026-06-30T09:00', readAsOf),
  format: choice('--format <format>', 'table (on a terminal), csv (when piped), tsv, json or ndjson', [
    'table',
    'csv',
    'tsv',
    'json',
    'ndjson',
  ]),
  json: flag('--json', 'short for --format json; errors become one JSON line on stderr'),
  csv: flag('--csv', 'short for --format csv'),
  failIfEmpty: flag('--fail-if-empty', 'exit 4 when nothing is found'),
  dryRun: flag('-n, --dry-run', 'do everything, then change nothing'),
  yes: flag('--yes', 'do not ask before changing much'),
  noInput: flag('--no-input', 'never ask anything'),
  wait: parsed<number>('--wait <seconds>', 'how long to wait for another writer (default 10)', readSeconds),
  quiet: flag('-q, --quiet', 'print errors only'),
  color: choice('--color <when>', 'always, never or auto', ['always', 'never', 'auto']),
  lang: choice('--lang <language>', 'en or zh: the language of messages', ['en', 'zh']),
} satisfies Options;

export type Globals = Values<typeof globalOptions>;

/** The one format asked for, or undefined where none was. Two different ones are a usage error. */
export function chosenFormat(globals: Globals, words: Words): Globals['format'] {
  const asked = [
    globals.format,
    globals.json ? ('json' as const) : undefined,
    globals.csv ? ('csv' as const) : undefined,
  ];
  const [first, ...others] = new Set(asked.filter((format) => format !== undefined));
  if (others.length > 0) {
    throw new UsageError(words.shell.oneFormat([first, ...others].join(', ')), { code: 'format_conflict' });
  }
  return first;
}

function readSeconds(value: string, words: Words): number {
  if (/^\d{1,5}(\.\d+)?$/.test(value)) return Number(value);
  throw new UsageError(words.shell.badWait(value), { code: 'bad_wait', hint: words.shell.forExample('--wait 60') });
}
