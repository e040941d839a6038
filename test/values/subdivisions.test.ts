import { expect, it } from 'vitest';
import { subdivision } from '../../src/values/subdivisions.ts';

it.each([
  ['CN', '浙江省', 'CN-ZJ'],
  ['CN', '浙江', 'CN-ZJ'],
  ['CN', '内蒙古', 'CN-NM'],
  ['CN', '广西', 'CN-GX'],
  ['CN', '新疆维吾尔自治区', 'CN-XJ'],
  ['US', 'ny', 'US-NY'],
  ['US', 'New York', 'US-NY'],
  ['US', 'Wyoming', 'US-WY'],
  ['CA', 'Quebec', 'CA-QC'],
  ['AU', 'New South Wales', 'AU-NSW'],
])('%s %s is %s', (country, written, code) => expect(subdivision(country, written)?.code).toBe(code));

it('knows the same letters of each country apart, and no others', () => {
  expect(subdivision('AU', 'WA')?.name).toBe('Western Australia');
  expect(subdivision('US', 'WA')?.name).toBe('Washington');
  expect(subdivision('DE', 'BY')).toBeUndefined();
  expect(subdivision('US', 'constructor')).toBeUndefined();
});
