/** How much longer one customer takes than nothing at all, in an archive of 200,000 customers. */
import { measure, median } from './measure.js';

/** Milliseconds over `regulars --version`. Many hits are looked through, as on a screen: the first fifty are shown. */
const ASKED = [
  { what: 'show by number', args: ['show', '7'], limit: 100 },
  { what: 'show by order', args: ['show', '#1000'], limit: 100 },
  { what: 'find, English', args: ['find', 'sato', '--limit', '50'], limit: 250 },
  { what: 'find, Chinese', args: ['find', '陈静', '--limit', '50'], limit: 250 },
  { what: 'find, a title of many', args: ['find', 'Soap', '--limit', '50'], limit: 250 },
  { what: 'find, nobody', args: ['find', 'zzzqqq'], limit: 250 },
];

/** `program` and the archive `db`, in turns with the program's bare start. Tells each on a line; false where one is over its limit. */
export async function cards(program, db, runs, tell) {
  const ask = (args) => measure(program, 'customers', ...args, '--db', db, '-q');
  // The first one works out what is kept for the others.
  for (const { args } of ASKED) await ask(args);
  let within = true;
  for (const { what, args, limit } of ASKED) {
    const over = [];
    for (let n = 0; n < runs; n++) {
      const { seconds: start } = await measure(program, '--version');
      const { seconds } = await ask(args);
      over.push((seconds - start) * 1000);
    }
    const found = median(over);
    within = found <= limit && within;
    tell(
      `${what.padEnd(22)} ${found.toFixed(0).padStart(5)} ms over --version, at most ${limit}: ${found <= limit ? 'within' : 'OVER'}\n`,
    );
  }
  return within;
}
