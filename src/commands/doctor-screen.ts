/** Findings for a person: the name, what it means, one example, and the line to type against it. */
import type { Finding } from '../doctor/finding.ts';
import type { Stream } from '../io.ts';
import type { Words } from '../messages/words.ts';
import { pasteBlock } from '../output/paste-block.ts';
import { visible } from '../output/visible.ts';

export interface ShownFinding {
  readonly finding: Finding;
  readonly line: string;
}

export function renderFindings(found: readonly ShownFinding[], out: Stream, words: Words['doctor']): string {
  return found
    .map(({ finding, line }) => {
      const { name, severity, count, example } = finding;
      const paint = severity === 'error' ? out.style.red : out.style.yellow;
      const title = `${paint(words.severity[severity])}  ${out.style.bold(name)}`;
      return pasteBlock(title, [words.found[name](count), words.example(visible(example))], line, out);
    })
    .join('\n');
}
