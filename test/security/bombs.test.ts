/** Small files that would grow without end, given to the real program: refused at once, in little memory, without a trace. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { peakTo } from '../helpers/peak.ts';
import { spawnRegulars } from '../helpers/run.ts';
import { newSeller, NEW_SHOP } from '../helpers/seller.ts';
import { rows, xlsx } from '../helpers/xlsx.ts';
import { zip } from '../helpers/zip.ts';

const blanks = (megabytes: number) => Buffer.alloc(megabytes << 20, 0x20);
const entities = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "tea tea tea">${Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`;
const workbook = (text: string, head = '') =>
  `${head}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>${text}</Data></Cell></Row></Table></Worksheet></Workbook>`;
const outside = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>';

it.each<[string, string, () => string | Uint8Array]>([
  ['a zip of blanks', 'may.zip', () => zip({ 'orders.csv': blanks(80) })],
  ['a gzip of blanks', 'may.csv.gz', () => gzipSync(blanks(80))],
  [
    'a workbook of blanks',
    'may.xlsx',
    () => xlsx({ sheets: [{ name: 'Orders', xml: `${rows('<row/>')}${' '.repeat(80 << 20)}` }] }),
  ],
  ['a zip in a zip in a zip', 'may.zip', () => zip({ 'a.zip': zip({ 'b.zip': zip({ 'orders.csv': blanks(80) }) }) })],
  [
    'a zip of very many',
    'may.zip',
    () => zip(Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}.csv`, content: '' }))),
  ],
  ['entities of entities', 'may.xls', () => workbook('&a11;', entities)],
  ['an entity from outside', 'may.xls', () => workbook('&a;', outside)],
])('%s', { timeout: 30_000 }, async (_, name, make) => {
  const seller = newSeller();
  const [temporary, peak] = [join(seller.folder, 'tmp'), join(seller.folder, 'peak')];
  mkdirSync(temporary);
  writeFileSync(join(seller.folder, name), make());
  const started = performance.now();
  const env = { HOME: seller.folder, TMPDIR: temporary, NODE_OPTIONS: peakTo(peak) };
  const { status, stdout, stderr } = await spawnRegulars(['--db', seller.db, 'ingest', name, ...NEW_SHOP], {
    cwd: seller.folder,
    env,
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^regulars: may\.[^\n]+\n(hint: [^\n]+\n)?$/);
  expect((performance.now() - started) / 1000).toBeLessThan(10);
  expect(Number(readFileSync(peak, 'utf8')) / 1024).toBeLessThan(300);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(seller.folder).toSorted()).toEqual([name, 'peak', 'tmp'].toSorted());
});
