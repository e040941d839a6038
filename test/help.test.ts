/** Help is read on a terminal of 80 columns, in the reader's language; only lines to paste are longer. */
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { run } from './helpers/run.ts';

const TOPICS = ['exit-codes', 'environment', 'encryption', 'cron', 'plays'];
const nouns = [...new Set(commands.map(({ path }) => path.split(' ')[0] ?? ''))];
const lines = [
  [],
  ...TOPICS.map((topic) => ['help', topic]),
  ...nouns.map((noun) => [noun, '--help']),
  ...commands.map(({ path }) => [...path.split(' ').filter((word) => !/^[<[]/.test(word)), '--help']),
];
const PASTED = /^ {2}(\$ |[\d*]+ [\d*]+ )/;
const CHINESE = /\p{Script=Han}/u;

it.each(['en', 'zh'])('fits a terminal of 80 columns in %s', async (language) => {
  for (const line of lines) {
    const { stdout, status } = await run(line, {
      env: { REGULARS_LANG: language },
      tty: { stdout: true, columns: 80 },
    });
    expect(status, line.join(' ')).toBe(0);
    for (const shown of stdout.split('\n'))
      if (!PASTED.test(shown)) expect(stringWidth(shown), `${line.join(' ')}: ${shown}`).toBeLessThanOrEqual(80);
  }
});

it('breaks no word and no flag', async () => {
  const { stdout } = await run(['export', 'contacts', '--help'], { tty: { stdout: true, columns: 60 } });
  expect(stdout.replace(/\s+/g, ' ')).toContain('unless the shop is set to --consent-policy not-refused.');
  expect(stdout.split('\n').some((line) => line.endsWith('--consent-'))).toBe(false);
});

it('says everything in Chinese, names and flags aside', async () => {
  for (const line of lines) {
    const { stdout } = await run([...line, '--lang', 'zh'], { tty: { stdout: true, columns: 100 } });
    const prose = stdout.split('\n\n').filter((part) => !/\$ /.test(part));
    for (const part of prose) expect(part, line.join(' ')).toMatch(CHINESE);
    // What stands beside a flag or a name.
    for (const [, about = ''] of stdout.matchAll(/^ {2}(?:-\w, )?(?:--|[a-z]+ )\S*.*? {2,}(\S.*)$/gm))
      expect(about, line.join(' ')).toMatch(CHINESE);
  }
});
