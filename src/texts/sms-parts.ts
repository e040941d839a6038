/** How a text message is cut into parts, as networks do it, and what so many parts cost. */
import { exponentOf } from '../values/money.ts';
import type { Parsed } from '../values/parsed.ts';

/** network: GSM-7 where every sign has a place there, else UCS-2; chinese: any sign is one character. */
export type Counting = 'network' | 'chinese';

export interface SmsParts {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets of GSM-7, where nine signs take two; UTF-16 units of UCS-2. */
  readonly units: number;
  readonly parts: number;
}

/** 3GPP TS 23.038, 6.2.1 */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
    'abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** 3GPP TS 23.038, 6.2.1.1: each after an escape. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Of one part alone, and of each of several, which begin with a header. */
const ROOM = { 'GSM-7': { one: 160, each: 153 }, 'UCS-2': { one: 70, each: 67 } } as const;

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function smsParts(text: string, counting: Counting): SmsParts {
  const encoding = counting === 'network' && notInGsm(text).length === 0 ? 'GSM-7' : 'UCS-2';
  const { one, each } = ROOM[encoding];
  const sizes = Array.from(clusters.segment(text)).flatMap(({ segment }) =>
    // One break of a line, but two signs, which may be cut.
    segment === '\r\n' ? [1, 1] : [sizeOf(segment, encoding)],
  );
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= one) return { encoding, units, parts: 1 };
  // Billed by the number of characters alone.
  if (counting === 'chinese') return { encoding, units, parts: Math.ceil(units / each) };
  let [parts, left] = [1, each];
  for (const size of sizes) {
    // An escaped sign or an emoji is never cut in two.
    if (size > left) [parts, left] = [parts + 1, each];
    left -= size;
  }
  return { encoding, units, parts };
}

/** The signs for which a text cannot be GSM-7, each once. */
export const notInGsm = (text: string): string[] => [
  ...new Set(Array.from(text).filter((sign) => !BASIC.has(sign) && !EXTENDED.has(sign))),
];

function sizeOf(cluster: string, encoding: SmsParts['encoding']): number {
  if (encoding === 'UCS-2') return cluster.length;
  return Array.from(cluster).reduce((sum, sign) => sum + (EXTENDED.has(sign) ? 2 : 1), 0);
}

/** A price of a part: so many of these decimals of the currency's unit. */
export interface PartPrice {
  readonly digits: bigint;
  readonly decimals: number;
  readonly currency: string;
}

/** Such as 0.045. Reasons: not_a_number, too_many_decimals (more than six). */
export function parsePartPrice(text: string, currency: string): Parsed<PartPrice> {
  const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return { ok: false, reason: 'not_a_number' };
  if (decimals.length > 6) return { ok: false, reason: 'too_many_decimals' };
  return { ok: true, value: { digits: BigInt(whole + decimals), decimals: decimals.length, currency } };
}

export interface TextCost {
  /** Plain decimal text of the currency's unit, to the last decimal: 1.845 */
  readonly exact: string;
  /** Minor units, half a unit rounded up: of a whole sum, never to be added up. */
  readonly minor: number;
}

/** Of all parts of a hand-over at once: rounded, the parts would not add up. */
export function textCost(parts: number, { digits, decimals, currency }: PartPrice): TextCost {
  const total = digits * BigInt(parts);
  const exponent = exponentOf(currency);
  const shown = Math.max(decimals, exponent);
  const padded = String(total * 10n ** BigInt(shown - decimals)).padStart(shown + 1, '0');
  const exact = shown === 0 ? padded : `${padded.slice(0, -shown)}.${padded.slice(-shown)}`;
  const step = 10n ** BigInt(shown - exponent);
  return { exact, minor: Number((BigInt(padded) + step / 2n) / step) };
}
