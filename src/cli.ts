/** One run of the program, from its arguments to its exit code, on whatever streams it is given. */
import { asksConditions } from './commands/asks-conditions.ts';
import type { Command } from './commands/command.ts';
import { commands as allCommands } from './commands/index.ts';
import { DEFAULT_WAIT, createContext } from './context.ts';
import { UsageError } from './errors.ts';
import { ClosedPipe, type Streams, createIo, writeAll } from './io.ts';
import { type Words, wordsFor } from './messages/words.ts';
import type { Environment } from './shell/archive-path.ts';
import { languageOf } from './shell/language.ts';
import { type Request, readCommandLine } from './shell/program.ts';
import { type Situation, reportOf, reportText } from './shell/report.ts';

/** The world a run happens in: the process's own, or a test's. */
export interface Host extends Streams {
  readonly env: Environment;
  readonly clock: () => Date;
  readonly folder: string;
  /** Aborted with the name of the signal that ended the program. */
  readonly signal: AbortSignal;
  /** From then on a signal ends the process by itself. */
  readonly endAtOnce?: () => void;
  /** Other commands than the program's own, for tests of the command line itself. */
  readonly commands?: readonly Command[];
}

const SIGNAL_CODES: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

export async function runCli(argv: readonly string[], host: Host): Promise<number> {
  let words = wordsFor(languageOf(valueAfter(argv, '--lang'), host.env));
  let json = argv.includes('--json') || /^(nd)?json$/.test(valueAfter(argv, '--format') ?? '');
  const situation: { -readonly [K in keyof Situation]: Situation[K] } = { words, archivePath: '', wait: DEFAULT_WAIT };
  try {
    const commands = host.commands ?? allCommands;
    const request = readCommandLine(argv, commands, words);
    if (request.kind === 'print') {
      await writeAll(host.stdout, request.text);
      return 0;
    }
    if (request.kind === 'help') {
      const { helpText } = await import('./shell/help.ts');
      const { isTTY, columns } = host.stdout;
      await writeAll(host.stdout, helpText(request.page, commands, { words, width: (isTTY && columns) || 80 }));
      return 0;
    }
    words = wordsFor(languageOf(request.globals.lang, host.env));
    json = request.globals.json || (request.globals.format ?? '').endsWith('json');
    situation.words = words;
    return await runCommand(request, argv, host, words, situation);
  } catch (error) {
    if (error instanceof ClosedPipe) return 0;
    if (host.signal.aborted) {
      const name = String(host.signal.reason);
      await tell(
        host,
        reportText(
          { code: 'interrupted', message: words.shell.interrupted, exitCode: 0 },
          { words, json, debug: false },
        ),
      );
      return SIGNAL_CODES[name] ?? 1;
    }
    const report = reportOf(error, situation);
    const debug = host.env['REGULARS_DEBUG'] === '1';
    await tell(host, reportText(report, { words, json, debug }));
    return report.exitCode;
  }
}

async function runCommand(
  request: Extract<Request, { kind: 'run' }>,
  argv: readonly string[],
  host: Host,
  words: Words,
  situation: { archivePath: string; wait: number },
): Promise<number> {
  const { globals } = request;
  const { format } = globals;
  if ((format === 'xlsx' || format === 'parquet') && !request.command.binary)
    throw new UsageError(words.shell.notExported(format), { code: 'not_a_choice', hint: 'regulars export --help' });
  const io = await createIo(host, { env: host.env, color: globals.color ?? 'auto', quiet: globals.quiet, words });
  const withoutKeys = { ...host.env, REGULARS_KEY_FILE: undefined, REGULARS_KEY: undefined };
  const interactive = !globals.noInput && io.err.isTerminal && host.stdin.isTTY === true;
  const { context, written, close } = await createContext({
    io,
    words,
    machineWords: wordsFor('en'),
    globals,
    interactive,
    typed: argv,
    env: host.env,
    clock: host.clock,
    folder: host.folder,
    signal: host.signal,
    endAtOnce: () => host.endAtOnce?.(),
    opened: async () => {
      if (asksConditions(request.command)) (await import('./commands/supply-fields.ts')).supplyFields();
    },
    // Not a copy: reading stdin off the host would count as using it.
    run: (args, folder) =>
      runCli(args, Object.create(host, { folder: { value: folder }, env: { value: withoutKeys } }) as Host),
  });
  situation.archivePath = context.archivePath.path;
  situation.wait = context.wait;
  const ended = new AbortController();
  try {
    const run = async () => {
      const outcome = await request.command.run(context, request.args, request.options);
      const archive = written();
      if (archive) await (await import('./commands/keep-up-to-date.ts')).keepUpToDate(context, archive);
      return outcome;
    };
    const outcome = await Promise.race([run(), aborted(host.signal, ended.signal)]);
    return outcome?.exitCode ?? 0;
  } finally {
    ended.abort();
    io.progress('').stop();
    close();
  }
}

/** Rejects when the program is told to end; whatever the command still awaits finds its archive closed. */
function aborted(signal: AbortSignal, ended: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new Error(String(signal.reason)));
    if (signal.aborted) stop();
    // A demo runs many commands under one signal; none leaves its ear behind.
    signal.addEventListener('abort', stop, { once: true, signal: ended });
  });
}

/** An error nobody is left to read is no reason to fail in another way. */
async function tell(host: Host, text: string): Promise<void> {
  await writeAll(host.stderr, text).catch(() => undefined);
}

/** Needed before the command line is understood: a usage error, too, has a language and a form. */
function valueAfter(argv: readonly string[], flag: string): string | undefined {
  const index = argv.findLastIndex((word) => word === flag || word.startsWith(`${flag}=`));
  if (index === -1) return undefined;
  return argv[index] === flag ? argv[index + 1] : argv[index]?.slice(flag.length + 1);
}
