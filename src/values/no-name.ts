import { isCiphertext } from './ciphertext.ts';

/** 209:JpX2…: the number of a shop and of a person in it, which an order system has no name for. */
const NUMBERED = /^\d{1,6}:[\w+/=-]+$/;
const STARS = /^[*＊•\s]+$/;

/** True for what stands where a name should and shows nothing of one. */
export function isNoName(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most names begin with a letter or a character.
  if (first > 0x39 && first < 0xff00 && first !== 0x2022) return false;
  return isCiphertext(text) || NUMBERED.test(text) || STARS.test(text);
}
