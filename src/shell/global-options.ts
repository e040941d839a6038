/** The options every command takes, before or after its name. */
import { type Options, type Values, choice, flag, parsed, text } from '../commands/command.ts';
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { type AsOf, readAsOf } from './as-of.ts';

export const globalOptions = {
  db: text('--db <file>', { en: 'the archive to use', zh: '使用哪个档案' }),
  keyFile: text('--key-file <file>', {
    en: 'the file that holds the key of an encrypted archive',
    zh: '存有档案密钥的文件',
  }),
  asOf: parsed<AsOf>(
    '--as-of <day|time>',
    { en: 'ask as on that day: 2026-06-30 or 2026-06-30T09:00', zh: '站在那一天来问：2026-06-30 或 2026-06-30T09:00' },
    readAsOf,
  ),
  format: choice(
    '--format <format>',
    {
      en: 'table (on a terminal), csv (when piped), tsv, json or ndjson; of exports also xlsx and parquet',
      zh: 'table（终端默认）、csv（管道默认）、tsv、json 或 ndjson；导出时还可用 xlsx、parquet',
    },
    ['table', 'csv', 'tsv', 'json', 'ndjson', 'xlsx', 'parquet'],
  ),
  json: flag('--json', {
    en: 'short for --format json; errors become one JSON line on stderr',
    zh: '即 --format json；错误在标准错误输出中为一行 JSON',
  }),
  csv: flag('--csv', { en: 'short for --format csv', zh: '即 --format csv' }),
  failIfEmpty: flag('--fail-if-empty', { en: 'exit 4 when nothing is found', zh: '没有找到结果时退出码为 4' }),
  dryRun: flag('-n, --dry-run', { en: 'do everything, then change nothing', zh: '试运行：照做一遍，但不改动任何内容' }),
  yes: flag('--yes', { en: 'do not ask before changing much', zh: '作较大改动前不再询问' }),
  noInput: flag('--no-input', { en: 'never ask anything', zh: '从不提问' }),
  wait: parsed<number>(
    '--wait <seconds>',
    { en: 'how long to wait for another writer (default 10)', zh: '等待另一个写入程序多少秒（默认 10）' },
    readSeconds,
  ),
  quiet: flag('-q, --quiet', { en: 'print errors only', zh: '只输出错误' }),
  color: choice('--color <when>', { en: 'always, never or auto', zh: 'always（总是）、never（从不）或 auto（自动）' }, [
    'always',
    'never',
    'auto',
  ]),
  lang: choice('--lang <language>', { en: 'en or zh: the language of messages', zh: '消息的语言：en 或 zh' }, [
    'en',
    'zh',
  ]),
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
