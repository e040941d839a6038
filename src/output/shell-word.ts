/** A word of a command line as a shell takes it, for lines to paste. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}_@%+=:,./…-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

export const shellLine = (words: readonly string[]) => words.map(shellWord).join(' ');
