/**
 * Characters that act on whatever shows a text instead of being seen: C0 but tab and line feed, DEL, C1, line and
 * paragraph separators, and the signs that turn the direction of what follows.
 */
export const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text of lines for people's programs: a blank for what ends a line or paragraph besides a line feed, nothing for what turns the direction. */
export const withoutDirections = (text: string): string =>
  text.replace(/[\u2028\u2029]/g, ' ').replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** JSON that reads back as it was, without them. */
export const withoutControls = (json: string): string =>
  json.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
