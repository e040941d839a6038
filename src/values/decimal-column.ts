/** What a whole column of amounts decides: which sign separates the decimals. */
import type { ColumnExample } from './column-example.ts';
import { currencyMarked, marksAnyCurrency } from './currency-marks.ts';
import { exponentOf, hasDecimalPoint, isWrittenWhole } from './exponents.ts';
import type { DecimalStyle } from './parse-money.ts';
import { writtenAmount } from './written-amount.ts';

/** `either` is 1,234 or 1.234. */
export type DecimalEvidence = 'point' | 'comma' | 'either' | 'none' | 'bad';

/** What one amount says of the decimal sign. */
export function decimalEvidence(text: string): DecimalEvidence {
  if (text === '') return 'none';
  // The shape of nearly every cell.
  if (/^\d{1,12}(?:\.\d{1,2})?$/.test(text)) return text.includes('.') ? 'point' : 'none';
  const amount = writtenAmount(text);
  if (!amount?.marks.every(marksAnyCurrency)) return 'bad';
  const digits = amount.number.replace(/[\s'’]/g, '');
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma < 0 && point < 0) return 'none';
  if (comma >= 0 && point >= 0) return point > comma ? 'point' : 'comma';
  const at = Math.max(comma, point);
  const sign = comma >= 0 ? 'comma' : 'point';
  const several = digits.indexOf(comma >= 0 ? ',' : '.') !== at;
  if (several) return sign === 'comma' ? 'point' : 'comma';
  // No thousands begin with a zero, and none stand behind a blank or an apostrophe.
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) || digits !== amount.number) return sign;
  const marked = amount.marks.map(currencyMarked).find((code) => code !== undefined);
  return (marked === undefined ? undefined : styleIn([marked], sign)) ?? 'either';
}

/** What three digits behind `sign` are in amounts of these currencies; undefined where they may be either. */
function styleIn(currencies: readonly string[], sign: DecimalStyle): DecimalStyle | undefined {
  if (currencies.length === 0) return undefined;
  if (currencies.every(hasDecimalPoint))
    return sign === 'comma' || !currencies.every(isWrittenWhole) ? 'point' : 'comma';
  if (currencies.every(isWrittenWhole)) return sign === 'point' ? 'comma' : 'point';
  return sign === 'point' && currencies.every((currency) => exponentOf(currency) === 3) ? 'point' : undefined;
}

/** Gathers the evidence of a whole column. */
export class DecimalColumn {
  readonly #seen = new Map<DecimalEvidence | 'eitherPoint' | 'eitherComma', ColumnExample>();

  add(text: string, line: number, sheet?: string): void {
    const evidence = decimalEvidence(text);
    if (!this.#seen.has(evidence)) this.#seen.set(evidence, { example: text, line, sheet });
    if (evidence !== 'either') return;
    const sign = text.normalize('NFKC').includes(',') ? 'eitherComma' : 'eitherPoint';
    if (!this.#seen.has(sign)) this.#seen.set(sign, { example: text, line, sheet });
  }

  /** The first amount that says so, by itself or by its currency. */
  example(style: DecimalStyle): ColumnExample | undefined {
    return this.#seen.get(style) ?? this.#seen.get('either');
  }

  /** `currencies` of the amounts, where they are known: in some of them 25.000 can only be thousands. */
  decide(
    currencies: readonly string[] = [],
  ): { readonly style: DecimalStyle } | { readonly ambiguous: ColumnExample } | { readonly mixed: ColumnExample } {
    const point = this.#seen.get('point');
    const comma = this.#seen.get('comma');
    if (point && comma) return { mixed: point.line > comma.line ? point : comma };
    if (comma) return { style: 'comma' };
    if (point) return { style: 'point' };
    const byPoint = this.#seen.get('eitherPoint');
    const byComma = this.#seen.get('eitherComma');
    const styles = [byPoint && styleIn(currencies, 'point'), byComma && styleIn(currencies, 'comma')];
    const [style, other] = styles.filter((one) => one !== undefined);
    if (byPoint && byComma && style && other && style !== other)
      return { mixed: byPoint.line > byComma.line ? byPoint : byComma };
    const either = this.#seen.get('either');
    if (style && !(byPoint && byComma && !other)) return { style };
    return either ? { ambiguous: either } : { style: 'point' };
  }
}
