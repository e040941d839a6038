/** Plays and the policy as TOML, always written alike: what is as it is without being said is left out of a play. */
import { stringify } from 'smol-toml';
import { isTable, tomlText } from '../../segments/segment-file.ts';
import type { Policy } from '../policy.ts';
import { type Play, playSchema } from './play.ts';

export interface WrittenPlay {
  readonly play: Play;
  /** Stands above it, on one line. */
  readonly remark?: string | undefined;
}

export function writePlayFile(policy: Policy | undefined, plays: readonly WrittenPlay[]): string {
  return [...(policy ? tables(['policy'], policy) : []), ...plays.flatMap(written)].join('\n');
}

function written({ play, remark }: WrittenPlay): string[] {
  const { messages } = play;
  const said = Object.fromEntries(ORDER.filter((key) => key !== 'messages').flatMap((key) => saidOf(key, play)));
  const [head = '', ...rest] = tables(['play'], said, true);
  const above = remark === undefined ? '' : `# ${remark.replaceAll(/\p{Cc}/gu, ' ')}\n`;
  return [above + head, ...rest, ...messages.flatMap((message) => tables(['play', 'messages'], message, true))];
}

const ORDER = Object.keys(playSchema.shape) as readonly (keyof Play)[];
const ALWAYS: readonly string[] = ['name', 'on', 'trigger', 'kind', 'channels', 'expires_after_days'];

function saidOf(key: keyof Play, play: Play): [string, unknown][] {
  const value: unknown = play[key];
  if (value === undefined) return [];
  const usual = playSchema.shape[key].safeParse(undefined);
  const isUsual = usual.success && JSON.stringify(usual.data) === JSON.stringify(value);
  return isUsual && !ALWAYS.includes(key) ? [] : [[key, value]];
}

/** A table and those in it: its own values first. */
function tables(path: readonly string[], table: Readonly<Record<string, unknown>>, isOfList = false): string[] {
  const entries = Object.entries(table).filter(([, value]) => value !== undefined);
  const own = entries.filter(([, value]) => !isTable(value));
  const inner = entries.flatMap(([key, value]) => (isTable(value) ? [[key, value] as const] : []));
  const header = isOfList ? `[[${path.join('.')}]]\n` : `[${path.join('.')}]\n`;
  const head = own.length > 0 || isOfList ? [header + own.map(([key, value]) => line(key, value)).join('')] : [];
  return [...head, ...inner.flatMap(([key, value]) => tables([...path, key], value))];
}

const line = (key: string, value: unknown): string =>
  typeof value === 'string' ? `${key} = ${textOf(value)}\n` : stringify({ [key]: value });

/** Templates have quotes in them: within others nothing has to be escaped. */
const textOf = (text: string): string =>
  /["\\]/.test(text) && !/['\p{Cc}]/u.test(text) ? `'${text}'` : tomlText(text);
