/**
 * The rules of the house as pure functions over source texts, so that a test can feed them the real
 * tree and planted violations alike. Type-only imports load nothing and make no circle; the table
 * says for each layer whose types it may name.
 */
import { posix } from 'node:path';

/** Path below src, with `/`, to text. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  /** A path below src, or the name of a package. */
  readonly to: string;
  readonly ours: boolean;
  readonly kind: 'value' | 'type' | 'dynamic';
}

interface Layer {
  readonly may: readonly string[];
  /** Layers of which only types may be taken; '*' stands for all of them. */
  readonly types?: readonly string[];
}

const GROUND = ['values', 'errors', 'store'];
const FEATURES = [
  'ingest',
  'archive',
  'products',
  'rates',
  'customers',
  'search',
  'measures',
  'segments',
  'levels',
  'points',
  'tags',
  'contacts',
  'texts',
  'followups',
  'rights',
  'doctor',
];
const TO_SEGMENTS = FEATURES.slice(0, FEATURES.indexOf('segments') + 1);

/** A layer is a folder of src, or a file directly in it. What is not here has no place in the house. */
const LAYERS: Readonly<Record<string, Layer>> = {
  errors: { may: [] },
  values: { may: [], types: ['*'] },
  // Festivals, holidays and hours: of places and days alone.
  calendar: { may: ['values', 'errors'] },
  platforms: { may: [], types: ['*'] },
  store: { may: [] },
  // Later features import earlier ones; ingest ends in a refresh, and a refresh in who is who.
  ingest: { may: [...GROUND, 'platforms', 'archive'] },
  archive: { may: [...GROUND, 'platforms', 'ingest', 'customers'] },
  products: { may: [...GROUND, 'platforms', 'ingest'] },
  rates: { may: [...GROUND, 'platforms', 'ingest'] },
  customers: { may: [...GROUND, 'ingest', 'archive'] },
  search: { may: [...GROUND, 'customers'] },
  measures: { may: [...GROUND, 'ingest', 'archive', 'rates', 'customers'] },
  segments: { may: [...GROUND, 'ingest', 'archive', 'customers', 'measures'] },
  levels: { may: [...GROUND, ...TO_SEGMENTS] },
  points: { may: [...GROUND, ...TO_SEGMENTS] },
  tags: { may: [...GROUND, 'platforms', ...TO_SEGMENTS, 'levels'] },
  contacts: { may: [...GROUND, 'platforms', ...TO_SEGMENTS] },
  followups: {
    may: [...GROUND, 'platforms', 'calendar', 'texts', ...FEATURES.slice(0, FEATURES.indexOf('followups'))],
  },
  // What is said to a customer, by whom it is sent: of the archive it knows nothing.
  texts: { may: ['values', 'errors'], types: ['contacts'] },
  rights: { may: [...GROUND, 'ingest', 'archive', 'customers', 'segments', 'tags', 'contacts'] },
  // Looks at everything that stands, and nothing looks at it.
  doctor: { may: [...GROUND, 'platforms', 'ingest', 'archive', 'customers', 'search', 'measures', 'followups'] },
  messages: { may: ['values', 'errors'], types: [...FEATURES, 'calendar', 'store'] },
  output: { may: ['values', 'errors'], types: ['commands', 'context', 'io', 'messages'] },
  shell: { may: [...GROUND, 'io', 'output', 'messages', 'commands'], types: ['context'] },
  io: { may: ['errors', 'output', 'shell'], types: ['messages'] },
  context: { may: [...GROUND, 'shell'], types: ['io', 'messages'] },
  commands: {
    may: [...GROUND, ...FEATURES, 'calendar', 'platforms', 'output'],
    types: ['io', 'context', 'messages', 'shell'],
  },
  cli: { may: ['errors', 'io', 'context', 'output', 'messages', 'shell', 'commands'] },
  main: { may: ['cli'] },
};

const DRIVERS = ['better-sqlite3', 'better-sqlite3-multiple-ciphers'];
/** What slows every start when it is loaded before a command needs it. */
const HEAVY = [
  ...DRIVERS,
  'cli-table3',
  'csv-parse',
  'csv-stringify',
  'exceljs',
  'hucre',
  'hyparquet-writer',
  'iconv-lite',
  'libphonenumber-js',
  'lunar-typescript',
  'liquidjs',
  'ora',
  'smol-toml',
  'zod',
];
const TERMINAL = ['chalk', 'ora', 'cli-table3', 'commander'];
const TERMINAL_LAYERS = ['io', 'cli', 'output', 'shell'];
const SQL_FILES = /^(archive|store)\/|(^|[/-])queries\.ts$|^segments\/([a-z]+-)?sql\.ts$/;
/** A statement that is prepared or run, or the text of one. */
const SQL =
  /\.(?:prepare|pragma)\(|\bdb\.exec\(|\b(?:SELECT\s[^;]*?\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\s/;
/** What a person may type is SQL too: in the examples of a command, or in a hint. */
const SQL_EXAMPLES = /^commands\/query\.ts$|^messages\//;
const MAX_LINES = 300;
const VAGUE = /^(?:utils?|helpers?|common|misc|manager|service)$/;

/** Every breach of the rules, as sentences, in a fixed order. */
export function violations(sources: Sources): string[] {
  const imports = [...sources].flatMap(([path, text]) => importsOf(path, text));
  return [
    ...imports.flatMap(layerBreaches),
    ...circles(imports).map((circle) => `import circle: ${circle.join(' -> ')}`),
    ...heavyAtStart(imports),
    ...imports.flatMap(packageBreaches),
    ...[...sources].flatMap(([path, text]) => textBreaches(path, text)),
  ].toSorted();
}

export function importsOf(from: string, text: string): Import[] {
  const statement =
    /^(?:import|export)\s+(type\s)?([^;'"]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  return [...uncommented(text).matchAll(statement)].flatMap(([, type, names = '', named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? '';
    if (specifier.startsWith('node:')) return [];
    const ours = specifier.startsWith('.');
    const kind = dynamic !== undefined ? 'dynamic' : type !== undefined || onlyTypes(names) ? 'type' : 'value';
    const to = ours ? posix.join(posix.dirname(from), specifier) : packageOf(specifier);
    return [{ from, to, ours, kind }];
  });
}

function layerBreaches({ from, to, ours, kind }: Import): string[] {
  const [here, there] = [layerOf(from), layerOf(to)];
  if (!ours || here === there) return [];
  const layer = LAYERS[here];
  if (layer === undefined || layer.may.includes(there)) return [];
  const types = layer.types ?? [];
  if (kind === 'type' && (types.includes('*') || types.includes(there))) return [];
  const but = types.includes('*') || types.includes(there) ? ' but for its types' : '';
  return [`${from} imports ${to}: ${here} may not reach ${there}${but}`];
}

function packageBreaches({ from, to, ours, kind }: Import): string[] {
  if (ours || kind === 'type') return [];
  const found: string[] = [];
  if (TERMINAL.includes(to) && !TERMINAL_LAYERS.includes(layerOf(from)))
    found.push(`${from} imports ${to}: only io, output, shell and cli draw on a terminal`);
  if (DRIVERS.includes(to) && layerOf(from) !== 'store')
    found.push(`${from} imports ${to}: only store opens databases`);
  // One place opens them, plain and encrypted alike.
  if (DRIVERS.includes(to) && layerOf(from) === 'store' && from !== 'store/driver.ts')
    found.push(`${from} imports ${to}: only driver.ts loads it`);
  return found;
}

/** Heavy packages that bare `regulars --version` would load: reached from main without an `await import()`. */
function heavyAtStart(imports: readonly Import[]): string[] {
  const reached = new Set(['main.ts']);
  for (const path of reached)
    for (const { from, to, ours, kind } of imports) if (ours && kind === 'value' && from === path) reached.add(to);
  return imports.flatMap(({ from, to, kind }) =>
    kind === 'value' && HEAVY.includes(to) && reached.has(from)
      ? [`${from} imports ${to} at start: load it by await import() where it is needed`]
      : [],
  );
}

/** One circle for every file that closes one, each told once. */
function circles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, ours, kind } of imports)
    if (ours && kind !== 'type') next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) found.push([...trail.slice(start), path]);
    if (start !== -1 || done.has(path)) return;
    for (const other of next.get(path) ?? []) visit(other, [...trail, path]);
    done.add(path);
  };
  for (const path of [...next.keys()].toSorted()) visit(path, []);
  return found;
}

function textBreaches(path: string, source: string): string[] {
  const found: string[] = [];
  const text = uncommented(source);
  const lines = source.replace(/\n$/, '').split('\n').length;
  if (!(layerOf(path) in LAYERS)) found.push(`${path}: no layer is called ${layerOf(path)}`);
  if (
    path
      .split('/')
      .slice(0, -1)
      .some((folder) => VAGUE.test(folder))
  )
    found.push(`${path}: a folder is named after what is in it`);
  if (lines > MAX_LINES) found.push(`${path}: ${lines} lines, at most ${MAX_LINES}`);
  if (/\bprocess\.exitCode\b/.test(text) && path !== 'main.ts') found.push(`${path}: only main.ts sets the exit code`);
  if (/\bprocess\.(?:exit|abort|reallyExit)\b/.test(text)) found.push(`${path}: process.exit cuts off output`);
  if (SQL.test(text) && !SQL_FILES.test(path) && !SQL_EXAMPLES.test(path))
    found.push(`${path}: SQL belongs in queries.ts, segments/sql.ts, archive/ or store/`);
  return found;
}

function layerOf(path: string): string {
  return path.split('/')[0]?.replace(/\.ts$/, '') ?? path;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function onlyTypes(names: string): boolean {
  const inner = /^\{(.*)\}\s*$/s.exec(names.trim())?.[1];
  const parts = (inner ?? '').split(',').filter((part) => part.trim() !== '');
  return inner !== undefined && parts.every((part) => part.trim().startsWith('type '));
}

/** Comments may speak of anything. Line breaks stay, so that statements still start their lines. */
function uncommented(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
