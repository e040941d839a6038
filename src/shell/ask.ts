/** Questions on the terminal, asked on stderr so that stdout stays data. */
import { Writable } from 'node:stream';
import type { Streams } from '../io.ts';
import { visibleLines } from '../output/visible.ts';

/** The answer without blanks around it; empty when the input ends instead. */
export async function ask(streams: Streams, question: string): Promise<string> {
  const { createInterface } = await import('node:readline');
  // Without terminal mode the terminal itself edits the line, and Ctrl-C stays a signal.
  const lines = createInterface({ input: streams.stdin, output: streams.stderr, terminal: false });
  try {
    return await new Promise((resolve) => {
      const ended = () => {
        // What is said next does not stand behind the question.
        streams.stderr.write('\n');
        resolve('');
      };
      lines.once('close', ended);
      lines.question(`${visibleLines(question)} `, (answer) => {
        lines.off('close', ended);
        resolve(answer.trim());
      });
    });
  } finally {
    lines.close();
  }
}

/** What is typed is not shown, and is taken as it is; shorter than the questions when the input ends before. */
export async function askHidden(streams: Streams, questions: readonly string[]): Promise<readonly string[]> {
  const { createInterface } = await import('node:readline');
  const { stdin, stderr } = streams;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // In terminal mode it is readline that shows what is typed, and it does so nowhere.
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  const answers: string[] = [];
  const question = () => stderr.write(`${visibleLines(questions[answers.length] ?? '')} `);
  // Ctrl-C is but a key then, and so is Ctrl-Z.
  lines.on('SIGINT', () => {
    stderr.write('\n');
    process.emit('SIGINT');
  });
  const stop = () => {
    stdin.setRawMode?.(false);
    process.kill(process.pid, 'SIGSTOP');
  };
  // The shell has changed the terminal meanwhile. What was typed before nobody remembers.
  const goOn = () => {
    stdin.setRawMode?.(false);
    stdin.setRawMode?.(true);
    lines.write(null, { ctrl: true, name: 'u' });
    lines.resume();
    question();
  };
  lines.on('SIGTSTP', stop);
  process.on('SIGTSTP', stop);
  process.on('SIGCONT', goOn);
  return await new Promise((resolve) => {
    lines.once('close', () => {
      process.off('SIGTSTP', stop);
      process.off('SIGCONT', goOn);
      if (answers.length < questions.length) stderr.write('\n');
      resolve(answers);
    });
    lines.on('line', (answer) => {
      stderr.write('\n');
      answers.push(answer);
      if (answers.length === questions.length) lines.close();
      else question();
    });
    question();
  });
}
