/**
 * Characters that act on whatever shows a text instead of being seen: C0 but tab and line feed, DEL, C1, line and
 * paragraph separators, and the signs that turn the direction of what follows.
 */
export const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** JSON that reads back as it was, without them. */
export const withoutControls = (json: string): string =>
  json.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
