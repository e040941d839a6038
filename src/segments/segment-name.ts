/** What a saved segment may be called, and how its texts are kept. */
const LONGEST = 60;

/** As it is kept: composed, no blanks at its ends. */
export const cleanName = (text: string): string => text.normalize('NFC').trim();

/** Two names that differ in case alone are one. */
export const nameKey = (name: string): string => cleanName(name).toLowerCase();

/** Text a person can see and type again within quotes: no comma (lists have it), nothing invisible. */
export function isSegmentName(name: string): boolean {
  return (
    name !== '' &&
    cleanName(name) === name &&
    [...name].length <= LONGEST &&
    !/[,"'`“”‘’「」『』«»\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name.replaceAll('\u200d', ''))
  );
}

/** A rule or an aim as it was written, its lines as they are: without blanks around it. */
export const cleanRule = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();
