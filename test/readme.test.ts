/** The console blocks of the README are typed in order, in a copy of the tea shop, on the day the README names. */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { withPlatformList } from './helpers/platform-list.ts';
import { run } from './helpers/run.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const path = join(project, 'README.md');
// WRITE_README=1 brings its list of platforms up to date.
if (process.env['WRITE_README'] === '1') writeFileSync(path, withPlatformList(readFileSync(path, 'utf8')));
const readme = readFileSync(path, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'regulars-readme-'));
cpSync(join(project, 'fixtures/teashop'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Step {
  readonly typed: string;
  readonly shown: readonly string[];
}

const steps = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((text): Step => {
      const [typed = '', ...shown] = text.trimEnd().split('\n');
      return { typed, shown };
    }),
);

/** Words as a shell splits them; quotes of both kinds. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}

async function type(line: string): Promise<{ said: string; status: number }> {
  const [, command = '', head, file] = /^(.*?)(?: \| head -(\d+))?(?: > (\S+))?$/.exec(line) ?? [];
  const stdout = head === undefined && file === undefined;
  const result = await run(words(command).slice(1), {
    cwd: folder,
    env: { REGULARS_DB: join(folder, 'regulars.db'), LANG: 'C', NO_COLOR: '1' },
    now: '2026-11-01T04:00:00Z',
    // On a busy machine a spinner would stand among the words.
    tty: { stdin: false, stdout, stderr: false, columns: 100 },
  });
  if (file !== undefined) writeFileSync(join(folder, file), result.stdout, { mode: 0o600 });
  const rows = head === undefined ? result.stdout : result.stdout.split('\n').slice(0, Number(head)).join('\n');
  return { said: file === undefined ? `${rows}\n${result.stderr}` : result.stderr, status: result.status };
}

/** Lines in order; a line of … skips any number, a … within a line any text. */
function pattern(shown: readonly string[]): RegExp {
  const lines = shown.map((line) =>
    line === '…' ? '(?:[^\\n]*\\n)*?' : `${line.split('…').map(escaped).join('[^\\n]*')}[^\\S\\n]*\\n`,
  );
  return new RegExp(`^\\n*${lines.join('')}`);
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the README', () => {
  test('is short', () => expect(readme.split(/\s+/).length).toBeLessThan(1500));

  test('lists the platforms that are understood', () => expect(withPlatformList(readme)).toBe(readme));

  test('shows a session', () => expect(steps.length).toBeGreaterThan(10));

  test.each(steps)('$typed', async ({ typed, shown }) => {
    const { said, status } = await type(typed);
    expect(status, said).toBe(0);
    expect(said).toMatch(pattern(shown));
  });

  test('leaves the contact list it wrote', () => {
    const list = readFileSync(join(folder, 'call.csv'), 'utf8').trim().split('\n');
    expect(list).toHaveLength(12);
    expect(list[0]).toBe('customer_id,name,phone,number_of_orders,amount_spent,currency,last_order_date,city,tags');
    expect(statSync(join(folder, 'regulars.db')).mode & 0o777).toBe(0o600);
  });
});
