/** What a currency column holds: an ISO code, a sign, or a name. */
import { currencyMarked, marksCurrency } from './currency-marks.ts';

const NAMES: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  CNH: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  美元: 'USD',
  美金: 'USD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  日圆: 'JPY',
  港币: 'HKD',
  港元: 'HKD',
  台币: 'TWD',
  新台币: 'TWD',
  韩元: 'KRW',
  NTD: 'TWD',
  EURO: 'EUR',
  EUROS: 'EUR',
  'US DOLLAR': 'USD',
  'US DOLLARS': 'USD',
};

/** An ISO code; undefined for what is no currency. A sign of several is the shop's own where it may be. */
export function readCurrency(text: string, shopCurrency: string): string | undefined {
  if (PLAIN.test(text) && !Object.hasOwn(NAMES, text)) return text;
  if (text.length > 20) return undefined;
  const word = text.normalize('NFKC').trim().toUpperCase();
  if (Object.hasOwn(NAMES, word)) return NAMES[word];
  if (PLAIN.test(word)) return word;
  return currencyMarked(word) ?? (word !== '' && marksCurrency(word, shopCurrency) ? shopCurrency : undefined);
}

const PLAIN = /^[A-Z]{3}$/;
