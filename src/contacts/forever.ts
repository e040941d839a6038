/** UTC seconds: later than anything anybody will have said. */
export const FOREVER = Number.MAX_SAFE_INTEGER;
