/**
 * The same text on its own. What is cut out of a long text is a window on it, and one kept date would
 * keep a whole piece of a file in memory.
 */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
