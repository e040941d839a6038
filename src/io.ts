/** The streams of one run, each with its own idea of a terminal and of colour. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly out: Stream;
  readonly err: Stream;
  /** A sentence on stderr, cleaned of control characters; nothing with --quiet. */
  say(text: string): void;
  /** As `say`, marked as a warning. */
  warn(text: string): void;
  /** Data on stdout, already formatted, with its final newline; resolves when the stream took it. */
  write(text: string | Uint8Array): Promise<void>;
  /** A spinner on a stderr terminal, silent everywhere else. */
  progress(text: string): Progress;
  /** Asks one question on the terminal; only call when `context.interactive`. */
  ask(question: string): Promise<string>;
}

export interface Stream {
  readonly isTerminal: boolean;
  readonly colour: boolean;
  /** Columns of the terminal; 80 where unknown, Infinity where there is none. */
  readonly width: number;
}

export interface Progress {
  update(text: string): void;
  stop(): void;
}
