/**
 * Makes the program as it is shipped of the compiled modules: few files, and such as are loaded one after the other
 * without waiting, which start sooner than many that are waited for.
 */
import { writeFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { build } from 'rolldown';

await build({
  input: {
    main: './dist/main.js',
    'reading-thread': './dist/ingest/thread/reading-thread.js',
    'ahead-thread': './dist/store/ahead/ahead-thread.js',
  },
  platform: 'node',
  // Packages stay where npm puts them.
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  output: { dir: 'dist/bundle', format: 'cjs' },
  logLevel: 'warn',
  checks: { ineffectiveDynamicImport: false },
});
writeFileSync('dist/bundle/package.json', '{ "type": "commonjs" }\n');
