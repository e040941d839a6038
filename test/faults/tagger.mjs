/** One of several writers: so many transactions, each a command of the program, in one process. */
import { runCli } from '../../dist/cli.js';

const [db, name, count] = process.argv.slice(2);
const failed = [];
for (let nth = 0; nth < Number(count); nth++) {
  const said = [];
  const stream = { write: (text, done) => (said.push(String(text)), done?.(), true) };
  const args = ['tag', 'add', `${name}-${nth}`, '--where', 'number_of_orders >= 1', '--db', db];
  const status = await runCli(args, {
    stdin: process.stdin,
    stdout: stream,
    stderr: stream,
    env: {},
    clock: () => new Date('2026-07-01T04:00:00Z'),
    folder: '/',
    signal: new AbortController().signal,
  });
  if (status !== 0) failed.push(`${status}: ${said.join('')}`);
}
process.stdout.write(JSON.stringify(failed));
process.stdin.destroy();
