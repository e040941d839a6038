import { expect, it, test } from 'vitest';
import { countryCode } from '../../src/values/countries.ts';

test.each([
  ['Germany', 'DE'],
  ['Vietnam', 'VN'],
  ['Serbia', 'RS'],
  ['Myanmar (Burma)', 'MM'],
  ['Yemen', 'YE'],
  ['Zimbabwe', 'ZW'],
  ['Vanuatu', 'VU'],
  ['Curaçao', 'CW'],
  ['France', 'FR'],
  ['Russia', 'RU'],
  ['Timor-Leste', 'TL'],
])('a country has the code in force, not one withdrawn: %s is %s', (name, code) =>
  expect(countryCode(name)).toBe(code),
);

test.each([
  ['united states', 'US'],
  ['UNITED KINGDOM', 'GB'],
  [' Ｊａｐａｎ ', 'JP'],
  ['The Netherlands', 'NL'],
  ['Czech Republic', 'CZ'],
  ['Czechia', 'CZ'],
  ['Hong Kong', 'HK'],
  ['Trinidad and Tobago', 'TT'],
  ['South Korea', 'KR'],
  ['中国', 'CN'],
])('a country is known by its usual names, in any case: %s', (name, code) => expect(countryCode(name)).toBe(code));

test.each([
  ['US', 'US'],
  ['us', 'US'],
  ['UK', 'GB'],
  ['uk', 'GB'],
  ['DD', 'DE'],
  ['USA', 'US'],
  ['deu', 'DE'],
  ['GBR', 'GB'],
  ['CHN', 'CN'],
  ['KOR', 'KR'],
])('a code is its country, in any case: %s', (text, code) => expect(countryCode(text)).toBe(code));

test.each([
  ['Deutschland', 'DE'],
  ['ÖSTERREICH', 'AT'],
  ['Großbritannien', 'GB'],
  ['Alemania', 'DE'],
  ['España', 'ES'],
  ['Espana', 'ES'],
  ['México', 'MX'],
  ['Estados Unidos', 'US'],
  ['États-Unis', 'US'],
  ['Royaume-Uni', 'GB'],
  ['Allemagne', 'DE'],
  ['Côte d’Ivoire', 'CI'],
  ['Corée du Sud', 'KR'],
  ['Viet Nam', 'VN'],
  ['Korea', 'KR'],
  ['Korea, Republic of', 'KR'],
  ['Great Britain', 'GB'],
  ['Taiwan', 'TW'],
  ['台湾', 'TW'],
  ['中国台湾', 'TW'],
  ['中国香港', 'HK'],
  ['中國', 'CN'],
  ['美国', 'US'],
  ['德国', 'DE'],
  ['韩国', 'KR'],
  ['Türkiye', 'TR'],
  ['Turkey', 'TR'],
  ['Brasil', 'BR'],
])('a country is known in the languages of the marketplaces: %s is %s', (name, code) =>
  expect(countryCode(name)).toBe(code),
);

it.each(['', 'ZZ', 'XX', 'XA', 'EU', 'QQ', 'Unknown Region', 'European Union', 'Atlantis', 'x'.repeat(61)])(
  'what is no country has no code: %s',
  (text) => expect(countryCode(text)).toBeUndefined(),
);
