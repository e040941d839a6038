/** `SAMPLE 10% SEED 'x'`: the same customers for the same seed, whatever happens to the others. */
import type { Cursor } from './cursor.ts';
import type { Sample } from './expression.ts';

export function parseSample(cursor: Cursor): Sample {
  const { start } = cursor.take().span;
  const { kind, text, span } = cursor.token;
  const percent = Number(text);
  if (kind !== 'number' || percent <= 0 || percent > 100) throw cursor.unexpected('percent');
  cursor.take();
  if (!cursor.takeSign('%')) throw cursor.error('unexpected', span, 'percent');
  let seed = '';
  if (cursor.takeWord('SEED')) {
    if (cursor.token.kind !== 'string') throw cursor.unexpected('text');
    seed = cursor.take().text.normalize('NFC');
  }
  return { kind: 'sample', share: Number((percent / 100).toFixed(8)), seed, span: { start, end: cursor.end } };
}
