/** One question on the terminal, asked on stderr so that stdout stays data. */
import type { Streams } from '../io.ts';
import { visibleLines } from '../output/visible.ts';

/** The answer without blanks around it; empty when the input ends instead. */
export async function ask(streams: Streams, question: string): Promise<string> {
  const { createInterface } = await import('node:readline');
  // Without terminal mode the terminal itself edits the line, and Ctrl-C stays a signal.
  const lines = createInterface({ input: streams.stdin, output: streams.stderr, terminal: false });
  try {
    return await new Promise((resolve) => {
      lines.once('close', () => resolve(''));
      lines.question(`${visibleLines(question)} `, (answer) => resolve(answer.trim()));
    });
  } finally {
    lines.close();
  }
}
