/** Nothing is sent anywhere: the program runs where nothing can be, and names nothing that could. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { program, strippedEnv } from '../helpers/run.ts';
import { csv, newSeller, NEW_SHOP } from '../helpers/seller.ts';

const offline = pathToFileURL(fileURLToPath(new URL('offline.mjs', import.meta.url))).href;
const node = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--import', offline, ...args], {
    cwd: folder,
    env: strippedEnv({ HOME: folder }),
    encoding: 'utf8',
    input: '',
  });

it('is noticed at all', () => {
  const attempts = [
    "fetch('http://127.0.0.1:9')",
    "(await import('node:net')).connect(9, '127.0.0.1')",
    "(await import('node:https')).get('https://127.0.0.1:9')",
    "(await import('node:dns')).promises.lookup('localhost')",
    "new (await import('node:net')).Socket().connect(9)",
    "new (await import('node:worker_threads')).Worker('fetch(\"http://127.0.0.1:9\")', { eval: true })",
  ];
  for (const attempt of attempts) {
    const { signal, stderr } = node('.', '--input-type=module', '-e', attempt);
    expect({ attempt, signal, stderr }).toMatchObject({ attempt, signal: 'SIGKILL' });
  }
});

it('never happens, from the demo to a file that takes a thread of its own', { timeout: 60_000 }, () => {
  const seller = newSeller();
  const row = (index: number) => [
    `A-${index}`,
    '2026-05-04 10:00',
    `Ann ${index}`,
    `ann${index}@example.com`,
    '5.00',
    'x'.repeat(9000),
  ];
  const header = ['order_id', 'order_date', 'customer_name', 'email', 'order_total', 'note'];
  writeFileSync(
    join(seller.folder, 'large.csv'),
    csv([header, ...Array.from({ length: 500 }, (_, index) => row(index))]),
  );
  for (const args of [
    ['demo'],
    ['ingest', 'large.csv', ...NEW_SHOP],
    ['platforms', 'explain', 'large.csv'],
    ['measures'],
    [
      'export',
      'contacts',
      '--where',
      'number_of_orders > 0',
      '--channel',
      'email',
      '--kind',
      'service',
      '--out',
      'a.csv',
    ],
    ['backup', 'copy.db'],
    ['status'],
  ]) {
    const { status, signal, stderr } = node(seller.folder, program, '--db', 'archive.db', ...args);
    expect({ args, status, signal, stderr }).toMatchObject({ args, status: 0, signal: null });
  }
});

it('is in no line of the program', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const named = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /\b(?:from |import\()['"](?:node:)?(?:net|tls|dns|dgram|https?|http2|inspector|child_process|cluster)(?:\/promises)?['"]|\b(?:fetch|WebSocket|EventSource)\(/.test(
        readFileSync(join(src, name), 'utf8'),
      ),
    );
  expect(named).toEqual([]);
});
