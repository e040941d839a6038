/** Findings for a person: the name, what it means, one example, and the line to type against it. */
import type { Finding } from '../doctor/finding.ts';
import type { Stream } from '../io.ts';
import type { Words } from '../messages/words.ts';
import { visible } from '../output/visible.ts';
import { wrapCell } from '../output/wrap-cell.ts';

export interface ShownFinding {
  readonly finding: Finding;
  readonly line: string;
}

const INDENT = '  ';

export function renderFindings(found: readonly ShownFinding[], out: Stream, words: Words['doctor']): string {
  return found
    .map(({ finding, line }) => {
      const { name, severity, count, example } = finding;
      const paint = severity === 'error' ? out.style.red : out.style.yellow;
      const body = [words.found[name](count), words.example(visible(example))].flatMap((text) =>
        wrapCell(text, Math.max(20, out.width - INDENT.length)),
      );
      // A line to paste is never broken.
      const lines = [...body.map((text) => INDENT + text), `${INDENT}$ ${visible(line)}`];
      return `${paint(words.severity[severity])}  ${out.style.bold(name)}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}
