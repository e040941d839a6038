/** One document as JSON: on one line when piped as NDJSON, indented for everybody else. */
import type { Context } from '../context.ts';
import { jsonText } from './visible.ts';

export async function writeJson(context: Context, value: unknown): Promise<void> {
  await context.io.write(`${jsonText(value, context.format === 'ndjson' ? undefined : 2)}\n`);
}
