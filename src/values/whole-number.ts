/** Whole, unsigned or negative, full-width digits too; `2.0` as spreadsheets write it. Null for anything else: 1,000 may be a thousand. */
export function wholeNumber(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const plain = text.normalize('NFKC');
  return /^-?\d{1,9}(?:\.0+|,0{1,2}|,0{4,})?$/.test(plain) ? Number.parseInt(plain, 10) : null;
}
