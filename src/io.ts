/** The streams of one run, each with its own idea of a terminal and of colour. */
import type { Words } from './messages/words.ts';
import { visibleLines } from './output/visible.ts';
import type { Environment } from './shell/archive-path.ts';
import { type ColourChoice, decideColour } from './shell/colour.ts';
import { ask, askHidden } from './shell/ask.ts';
import { createSpinner } from './shell/spinner.ts';

export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly out: Stream;
  readonly err: Stream;
  /** A sentence on stderr, cleaned of control characters; nothing with --quiet. */
  say(text: string): void;
  /** As `say`, for text that was cleaned before it was styled. */
  sayStyled(text: string): void;
  /** As `warn`, even with --quiet: part of the work was not done. */
  insist(text: string): void;
  /** As `say`, marked as a warning. */
  warn(text: string): void;
  /** Data on stdout, already formatted, with its final newline; resolves when the stream took it. */
  write(text: string | Uint8Array): Promise<void>;
  /** A spinner on a stderr terminal, silent everywhere else. */
  progress(text: string): Progress;
  /** Asks one question on the terminal; only call when `context.interactive`. */
  ask(question: string): Promise<string>;
  /** As `ask`, several, for what nobody may look at while it is typed. */
  askHidden(questions: readonly string[]): Promise<readonly string[]>;
}

export interface Stream {
  readonly isTerminal: boolean;
  readonly colour: boolean;
  /** Columns of the terminal; 80 where unknown, Infinity where there is none. */
  readonly width: number;
  /** Colours where the stream takes them, and plain text where not. */
  readonly style: Style;
}

export type Style = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', (text: string) => string>>;

export interface Progress {
  update(text: string): void;
  stop(): void;
}

/** What the program is started with; `main` hands over the process's own, tests their own. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean; setRawMode?(raw: boolean): void };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

export type OutputStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** The reader of stdout has gone, as `head` does: no more is wanted, and nothing is wrong. */
export class ClosedPipe extends Error {}

/** stdout could not take what was written: a full disk, most often. */
export class OutputFailed extends Error {}

export interface IoOptions {
  readonly env: Environment;
  readonly color: ColourChoice;
  readonly quiet: boolean;
  readonly words: Words;
}

export async function createIo(streams: Streams, options: IoOptions): Promise<Io> {
  const out = await describe(streams.stdout, options);
  const err = await describe(streams.stderr, options);
  const spinner = createSpinner(streams.stderr, { shown: err.isTerminal && !options.quiet, colour: err.colour });
  const tellStyled = (text: string): void => {
    if (!options.quiet) spinner.above(() => streams.stderr.write(`${text}\n`));
  };
  const tell = (text: string): void => tellStyled(visibleLines(text));
  return {
    get stdin() {
      return streams.stdin;
    },
    out,
    err,
    say: tell,
    sayStyled: tellStyled,
    insist: (text) =>
      spinner.above(() => streams.stderr.write(`${visibleLines(options.words.common.warning(text))}\n`)),
    warn: (text) => tell(options.words.common.warning(text)),
    write: (text) => writeAll(streams.stdout, text),
    progress: (text) => spinner.start(text),
    ask: (question) => spinner.aside(() => ask(streams, question)),
    askHidden: (questions) => spinner.aside(() => askHidden(streams, questions)),
  };
}

/** Hands text to a stream and waits until it was taken; says why where it was not. */
export function writeAll(stream: OutputStream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) return resolve();
      const code = (error as NodeJS.ErrnoException).code;
      const closed = code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_WRITE_AFTER_END';
      reject(closed ? new ClosedPipe() : new OutputFailed(error.message, { cause: error }));
    });
  });
}

async function describe(stream: OutputStream, options: IoOptions): Promise<Stream> {
  const isTerminal = stream.isTTY === true;
  const colour = decideColour(options.color, options.env, { isTerminal });
  return {
    isTerminal,
    colour,
    width: isTerminal ? stream.columns || 80 : Infinity,
    style: colour ? await colours() : PLAIN,
  };
}

async function colours(): Promise<Style> {
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}

const same = (text: string): string => text;
const PLAIN: Style = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
