/** What is told of one thing, and the line to type against it. */
import type { Stream } from '../io.ts';
import { visible } from './visible.ts';
import { wrapCell } from './wrap-cell.ts';

const INDENT = '  ';

/** `sentences` are visible texts; they are broken to the width, the line to paste never is. */
export function pasteBlock(title: string, sentences: readonly string[], line: string, out: Stream): string {
  const body = sentences.flatMap((text) => wrapCell(text, Math.max(20, out.width - INDENT.length)));
  return [title, ...body.map((text) => INDENT + text), `${INDENT}$ ${visible(line)}`, ''].join('\n');
}
