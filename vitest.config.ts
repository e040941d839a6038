import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: 'test',
    exclude: ['**/corpus/**', '**/node_modules/**'],
    // Colour is decided by the code under test, never by the terminal the tests run in.
    env: { NO_COLOR: '', FORCE_COLOR: '', REGULARS_DB: '', REGULARS_LANG: '', LANG: 'C', LC_ALL: '', LC_MESSAGES: '' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
