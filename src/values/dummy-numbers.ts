/** Digits that people type where a form insists on a number. */
const DUMMY = /^(?:(\d)\1+|1234567890?|12345678901?|13800138000|1380000?0000?0?|0123456789)$/;

/** A number that ends so is a dummy or was bought for its look, and tells nobody by itself. */
const SAME_AT_THE_END = 8;

/** Takes digits, with or without a country code. */
export function isDummyNumber(digits: string): boolean {
  return endsAlike(digits) || DUMMY.test(digits);
}

function endsAlike(digits: string): boolean {
  if (digits.length < SAME_AT_THE_END) return false;
  const last = digits.charCodeAt(digits.length - 1);
  for (let back = 2; back <= SAME_AT_THE_END; back++)
    if (digits.charCodeAt(digits.length - back) !== last) return false;
  return true;
}
