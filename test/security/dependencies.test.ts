/** What is installed with the program, all of it, and why. A package more is a decision, and is taken here. */
import { expect, it } from 'vitest';
import lockfile from '../../package-lock.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };

/**
 * What exceljs brings. Most of it belongs to its reading of workbooks, and of CSV, of which nothing is ever loaded: what
 * is written needs archiver and what that brings.
 */
const WITH_EXCELJS = `
archiver dayjs fast-csv jszip readable-stream saxes tmp unzipper uuid archiver-utils async buffer-crc32
readdir-glob tar-stream zip-stream @fast-csv/format @fast-csv/parse lie pako setimmediate inherits
string_decoder util-deprecate xmlchars big-integer binary bluebird buffer-indexof-polyfill duplexer2 fstream
graceful-fs listenercount glob lazystream lodash.defaults lodash.difference lodash.flatten
lodash.isplainobject lodash.union normalize-path minimatch bl end-of-stream fs-constants compress-commons
@types/node lodash.escaperegexp lodash.isboolean lodash.isequal lodash.isfunction lodash.isnil lodash.groupby
lodash.isundefined lodash.uniq immediate core-util-is isarray process-nextick-args safe-buffer buffers
chainsaw mkdirp rimraf fs.realpath inflight once path-is-absolute brace-expansion buffer crc32-stream traverse
minimist wrappy balanced-match base64-js ieee754 crc-32 define-data-property es-to-primitive gopd
typedarray.prototype.slice which-typed-array concat-map es-define-property es-errors es-abstract-get
is-callable is-date-object is-symbol call-bind define-properties es-abstract get-proto math-intrinsics
typed-array-buffer typed-array-byte-offset available-typed-arrays call-bound for-each has-tostringtag
es-object-atoms object-inspect has-symbols safe-regex-test call-bind-apply-helpers get-intrinsic
set-function-length has-property-descriptors object-keys array-buffer-byte-length arraybuffer.prototype.slice
data-view-buffer data-view-byte-length data-view-byte-offset es-set-tostringtag function.prototype.name
get-symbol-description globalthis has-proto hasown internal-slot is-array-buffer is-data-view is-negative-zero
is-regex is-set is-shared-array-buffer is-string is-typed-array is-weakref object.assign own-keys
regexp.prototype.flags safe-array-concat safe-push-apply set-proto stop-iteration-iterator
string.prototype.trim string.prototype.trimend string.prototype.trimstart typed-array-byte-length
typed-array-length unbox-primitive dunder-proto reflect.getprototypeof possible-typed-array-names
function-bind async-function async-generator-function generator-function functions-have-names is-document.all
side-channel set-function-name has-bigints which-boxed-primitive which-builtin-type side-channel-list
side-channel-map side-channel-weakmap is-bigint is-boolean-object is-number-object is-async-function
is-finalizationregistry is-generator-function which-collection is-map is-weakmap is-weakset
`;

/** Packages of the program's own choosing: why each, and what comes with it. */
const CHOSEN: Readonly<Record<string, readonly [why: string, ...brings: string[]]>> = {
  'better-sqlite3': [
    'the archive; what it brings runs at its installation only (from release 13 on it brings nothing)',
    'bindings',
    'file-uri-to-path',
    'prebuild-install',
    'detect-libc',
    'expand-template',
    'github-from-package',
    'minimist',
    'mkdirp-classic',
    'napi-build-utils',
    'node-abi',
    'semver',
    'pump',
    'end-of-stream',
    'once',
    'wrappy',
    'rc',
    'deep-extend',
    'ini',
    'strip-json-comments',
    'simple-get',
    'decompress-response',
    'mimic-response',
    'simple-concat',
    'tar-fs',
    'chownr',
    'tar-stream',
    'bl',
    'buffer',
    'base64-js',
    'ieee754',
    'fs-constants',
    'inherits',
    'readable-stream',
    'string_decoder',
    'safe-buffer',
    'util-deprecate',
    'tunnel-agent',
  ],
  chalk: ['colours on a terminal'],
  'cli-table3': [
    'columns on a terminal',
    '@colors/colors',
    'string-width',
    'emoji-regex',
    'is-fullwidth-code-point',
    'strip-ansi',
    'ansi-regex',
  ],
  commander: ['the command line: flags, help, suggestions'],
  'csv-parse': ['CSV with irregular quotes, which the scanner of our own leaves to it'],
  'csv-stringify': ['CSV out'],
  'env-paths': ['where each system keeps data', 'is-safe-filename'],
  exceljs: ['writing workbooks, row by row', ...WITH_EXCELJS.trim().split(/\s+/)],
  hucre: ['reading workbooks'],
  'hyparquet-writer': ['writing Parquet', 'hyparquet'],
  'iconv-lite': ['text in encodings that Node can only read', 'safer-buffer'],
  jschardet: ['the last step of telling an encoding'],
  'libphonenumber-js': ['which phone numbers are ones, and of what kind'],
  'lunar-typescript': ['the Chinese calendar, which Intl has wrong, and the days off decreed in China'],
  liquidjs: ['templates of messages; what it brings is for its own command line', 'commander'],
  ora: [
    'a spinner on a terminal',
    'cli-cursor',
    'restore-cursor',
    'onetime',
    'mimic-function',
    'signal-exit',
    'cli-spinners',
    'is-interactive',
    'is-unicode-supported',
    'log-symbols',
    'yoctocolors',
    'stdin-discarder',
  ],
  'smol-toml': ['segments and plays in a file, with the place of a mistake'],
  'string-width': ['how wide Chinese and emoji are', 'get-east-asian-width'],
  zod: ['what a play and the policy are, and each mistake in them with its key'],
};

/** Of nobody's choosing until an archive is to be encrypted; what it brings is what the other driver brings. */
const OPTIONAL = ['better-sqlite3-multiple-ciphers'];

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

const installed = (Object.entries(lockfile.packages) as [string, Locked][]).filter(
  ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
);
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

it('is what was chosen, and what that brings', () => {
  expect(Object.keys(packageJson.dependencies).toSorted()).toEqual(Object.keys(CHOSEN).toSorted());
  const accepted = Object.entries(CHOSEN).flatMap(([name, [, ...brings]]) => [name, ...brings]);
  expect([...new Set(installed.map(([path]) => nameOf(path)))].toSorted()).toEqual([...new Set(accepted)].toSorted());
});

it('leaves the library for encryption to those who encrypt', () => {
  expect(Object.keys(packageJson.peerDependencies)).toEqual(OPTIONAL);
  for (const name of OPTIONAL) {
    expect(packageJson.peerDependenciesMeta).toHaveProperty([name, 'optional'], true);
    // Here for the tests, which is why it may run its own installation as the other driver does.
    expect(lockfile.packages).toHaveProperty([`node_modules/${name}`, 'dev'], true);
    expect(packageJson.allowScripts).toHaveProperty([name], true);
    const brought = (lockfile.packages as Record<string, { dependencies?: object }>)[`node_modules/${name}`]
      ?.dependencies;
    for (const brings of Object.keys(brought ?? {})) expect(CHOSEN['better-sqlite3']).toContain(brings);
  }
});

it('runs nothing when it is installed but the making of the database driver', () => {
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))).toEqual([
    'better-sqlite3',
  ]);
});

it('is fixed to the very bytes, from wherever they come', () => {
  for (const [path, { integrity }] of installed) expect(integrity, path).toMatch(/^sha512-/);
});
