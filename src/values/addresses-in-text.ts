/** The e-mails and phones that may stand in a cell, by themselves or in the middle of other words. */
const EMAIL = /[^\s@<>()[\]\\",;:：，；、|]+@[^\s@<>()[\]\\",;:：，；、|]+/gu;
/** Digits with what is written between them; an area code may stand in brackets. */
const PHONE = /[+(]?\d(?:[\s().-]{0,3}\d){5,19}/g;

/** `text` in its compatibility form, without signs nobody sees. */
export function addressesInText(text: string): { readonly emails: string[]; readonly phones: string[] } {
  const plain = plainText(text);
  return {
    emails: plain.includes('@') ? [plain, ...(plain.match(EMAIL) ?? [])] : [],
    phones: /\d{3}/.test(plain) ? [plain, ...(plain.match(PHONE) ?? [])] : [],
  };
}

/** Full-width and other compatibility signs as usual ones; Arabic digits as ours. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim();
}

/** A Chinese mobile, or a number with its country's code. */
const NUMBER = /^(?:(?:\+|00)?86)?1[3-9]\d{9}$|^\+\d{8,15}$/;

/** Whether the addresses of several stand there, so that to read one would lose the others. */
export function holdsSeveral(text: string): boolean {
  const parts = plainText(text).split(/[,;、|/]/u);
  return parts.filter(holdsAddress).length > 1 || (text.match(/@/gu)?.length ?? 0) > 1;
}

/** Nothing of what somebody could be written to at. */
export const withoutAddress = (text: string | null | undefined): string | null =>
  text && !holdsAddress(text) ? text : null;

/** Words with fewer digits than any number has, as most names are. */
const WORDS = /^(?:[A-Za-z .\u4e00-\u9fff]*\d){0,7}[A-Za-z .\u4e00-\u9fff]*$/;

/** Whether somebody could be written to, or called, at what stands there. */
export function holdsAddress(text: string): boolean {
  if (WORDS.test(text)) return false;
  const { emails, phones } = addressesInText(text);
  return (
    emails.some((email) => /.@.+\../.test(email)) || phones.some((phone) => NUMBER.test(phone.replace(/[\s().-]/g, '')))
  );
}
