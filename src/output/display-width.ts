/** How many columns of a terminal a text takes: Chinese characters and emoji take two. */
import stringWidth from 'string-width';

export function displayWidth(text: string): number {
  return stringWidth(text);
}
