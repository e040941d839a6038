/**
 * Runs a command line: in this process with captured streams, which is fast, or as the real program,
 * where streams, signals and exit codes are the point.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCli } from '../../src/cli.ts';
import type { Command } from '../../src/commands/command.ts';
import { KEY_ENV } from './key.ts';

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Which streams are terminals, and how wide. */
  readonly tty?: {
    readonly stdin?: boolean;
    readonly stdout?: boolean;
    readonly stderr?: boolean;
    readonly columns?: number;
  };
  readonly now?: string;
  readonly signal?: AbortSignal;
  readonly commands?: readonly Command[];
}

export async function run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { tty = {} } = options;
  const stdout = capture(tty.stdout ?? false, tty.columns);
  const stderr = capture(tty.stderr ?? false, tty.columns);
  const status = await runCli(args, {
    stdin: Object.assign(Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]), {
      isTTY: tty.stdin ?? false,
    }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: { HOME: '/nowhere', ...KEY_ENV, ...options.env },
    clock: () => new Date(options.now ?? '2026-07-01T04:00:00Z'),
    folder: options.cwd ?? process.cwd(),
    signal: options.signal ?? new AbortController().signal,
    ...(options.commands ? { commands: options.commands } : {}),
  });
  return { stdout: stdout.text(), stderr: stderr.text(), status };
}

function capture(
  isTTY: boolean,
  columns = 80,
): { stream: Writable & { isTTY: boolean; columns: number }; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  // What the spinner asks of a terminal.
  const moves = { cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
  return {
    stream: Object.assign(stream, { isTTY, columns }, isTTY ? moves : {}),
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}

/** The built program; `npm test` builds before it runs. */
export const program = fileURLToPath(new URL('../../bin/regulars.js', import.meta.url));

/** Only what a test asks for, so that the machine it runs on cannot decide anything. */
export function strippedEnv(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const home = env['HOME'] ?? mkdtempSync(join(tmpdir(), 'regulars-home-'));
  return { PATH: process.env['PATH'] ?? '', HOME: home, ...KEY_ENV, ...env };
}

export async function spawnRegulars(
  args: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'env' | 'stdin'> & { readonly node?: readonly string[] } = {},
): Promise<Finished> {
  const child = spawn(process.execPath, [...(options.node ?? []), program, ...args], {
    cwd: options.cwd,
    env: strippedEnv(options.env),
    stdio: 'pipe',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // The program may end before it has read everything.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  const status = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  });
  return { stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8'), status };
}
