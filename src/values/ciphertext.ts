const NUMBER_SIGN = 0x23;
const DOLLAR = 0x24;

/** `##…` and `$$…`: what Douyin writes for people it does not name, another text on every export. */
export function isCiphertext(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === NUMBER_SIGN || first === DOLLAR) && text.charCodeAt(1) === first;
}
