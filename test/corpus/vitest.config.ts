import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The checks that read a folder of outside examples: `REGULARS_CORPUS=FOLDER npx vitest run --config test/corpus/vitest.config.ts`. */
export default defineConfig({
  test: {
    ...base.test,
    root: new URL('../..', import.meta.url).pathname,
    dir: 'test/corpus',
    exclude: ['**/node_modules/**'],
    testTimeout: 180_000,
    hookTimeout: 400_000,
  },
});
