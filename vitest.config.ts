import { defineConfig } from 'vitest/config';

// What the person at this machine has set must not decide a test.
for (const name of Object.keys(process.env))
  if (/^(?:REGULARS_(?!CORPUS$)|XDG_|LC_|NODE_OPTIONS$)/.test(name)) delete process.env[name];

export default defineConfig({
  test: {
    dir: 'test',
    // Forks and threads take equally long here; forks need half the memory and may set the umask.
    pool: 'forks',
    exclude: ['**/corpus/**', '**/node_modules/**'],
    // Colour is decided by the code under test, never by the terminal the tests run in; a zone nobody expects
    // shows whoever reads the machine's.
    env: { NO_COLOR: '', FORCE_COLOR: '', LANG: 'C', TZ: 'Pacific/Chatham' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
