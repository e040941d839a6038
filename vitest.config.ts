import { defineConfig } from 'vitest/config';

// What the person at this machine has set must not decide a test.
for (const name of Object.keys(process.env))
  if (/^(?:REGULARS_(?!CORPUS$)|XDG_|LC_|NODE_OPTIONS$)/.test(name)) delete process.env[name];

/** The store, and copies from end to end. Kills have a test of their own. */
const ENCRYPTED = ['store/!(killed).test.ts'];

export default defineConfig({
  test: {
    dir: 'test',
    // Forks and threads take equally long here; forks need half the memory and may set the umask.
    pool: 'forks',
    // A process of its own for every file takes as long again as the tests; what a test sets it puts back.
    isolate: false,
    // One would be taken on two cores, where half of the time is spent waiting for programs and disks.
    maxWorkers: 2,
    globalSetup: 'test/helpers/in-memory.ts',
    exclude: ['**/corpus/**', '**/node_modules/**'],
    // Colour is decided by the code under test, never by the terminal the tests run in; a zone nobody expects
    // shows whoever reads the machine's.
    env: { NO_COLOR: '', FORCE_COLOR: '', LANG: 'C', TZ: 'Pacific/Chatham' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'plain' } },
      // Once more with archives that are encrypted; the key has what shells and SQL read as something else.
      {
        extends: true,
        test: { name: 'encrypted', include: ENCRYPTED, env: { REGULARS_TEST_KEY: `it's "茶"; \\ --` } },
      },
    ],
  },
});
