/** A verdict as a tree of lines: a mark, the clause, and what was seen of the customer. */
import type { Stream } from '../io.ts';
import type { Words } from '../messages/words.ts';
import { visible } from '../output/visible.ts';
import { wrapCell } from '../output/wrap-cell.ts';
import type { Verdict } from '../segments/evaluate.ts';
import type { VerdictWords } from './verdict-words.ts';

const INDENT = 2;

export function verdictTree(
  verdict: Verdict,
  { verdicts }: Words,
  said: VerdictWords,
  stream: Pick<Stream, 'width' | 'style'>,
): string {
  const lines: string[] = [];
  const add = (depth: number, holds: boolean, clause: string, seen = '') => {
    const mark = holds ? stream.style.green('✓') : stream.style.red('✗');
    const room = Math.max(20, stream.width - depth * INDENT - 2);
    const [first = '', ...rest] = wrapCell(visible(clause), room);
    lines.push(`${' '.repeat(depth * INDENT)}${mark} ${first}`);
    const under = ' '.repeat((depth + 1) * INDENT);
    lines.push(...rest.map((line) => `${under}${line}`));
    if (seen !== '')
      lines.push(...wrapCell(visible(seen), room - 2).map((line) => `${under}  ${stream.style.dim(line)}`));
  };
  const walk = (one: Verdict, depth: number) => {
    const { condition, holds, parts } = one;
    switch (condition.kind) {
      case 'and':
      case 'or':
        add(depth, holds, condition.kind === 'and' ? verdicts.all : verdicts.any);
        break;
      case 'not':
        add(depth, holds, verdicts.not);
        break;
      case 'segment':
        add(depth, holds, verdicts.inSegment(condition.name));
        break;
      default:
        add(depth, holds, said.clause(condition), said.seen(one));
    }
    for (const part of parts) walk(part, depth + 1);
  };
  walk(verdict, 0);
  return `${lines.join('\n')}\n`;
}
