/** The process edge: arguments, signals, broken pipes, and the only place that sets the exit code. */
import { runCli } from './cli.ts';

process.umask(0o077);

// A reader that left and a disk that is full are told by the write that met them; unheard, they would end the process.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const interruption = new AbortController();
let stdinUsed = false;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
for (const name of SIGNALS) {
  process.once(name, () => {
    interruption.abort(name);
    if (stdinUsed) process.stdin.destroy();
    // What does not end by itself is ended by the same signal, this time for good.
    setTimeout(() => process.kill(process.pid, name), 2000).unref();
  });
}

async function main(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), {
    get stdin() {
      stdinUsed = true;
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    clock: () => new Date(),
    folder: process.cwd(),
    signal: interruption.signal,
    endAtOnce() {
      for (const name of SIGNALS) process.removeAllListeners(name);
    },
  });
  // A pipe into us that is still open would keep the process waiting for words nobody reads.
  if (stdinUsed) process.stdin.destroy();
}

// Not awaited at the top: what is bundled is loaded at once, which is quicker.
void main();
