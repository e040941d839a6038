/** A card: one line per fact, labels in one column, long values wrapped beneath themselves. */
import type { Stream } from '../io.ts';
import { displayWidth } from './display-width.ts';
import { visibleLines } from './visible.ts';
import { wrapCell } from './wrap-cell.ts';

/** Label and value; a fact without a value is left out. A line break in a value starts a new line. */
export type Field = readonly [label: string, value: string | undefined];
/** A line to paste is never broken. */
type Pasted = readonly [label: string, line: string, whole: 'whole'];

export function renderFields(fields: readonly (Field | Pasted)[], stream: Pick<Stream, 'width' | 'style'>): string {
  const shown = fields.flatMap(([label, value, whole]) => (value ? [{ label, value, whole }] : []));
  const labels = Math.max(0, ...shown.map(({ label }) => displayWidth(label)));
  const room = Math.max(10, stream.width - labels - 2);
  const lines = shown.flatMap(({ label, value, whole }) => {
    const [first = '', ...rest] = visibleLines(value)
      .split('\n')
      .flatMap((line) => (whole ? [line] : wrapCell(line, room)));
    const padding = ' '.repeat(labels - displayWidth(label));
    return [`${stream.style.bold(label)}${padding}  ${first}`, ...rest.map((line) => `${' '.repeat(labels)}  ${line}`)];
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
