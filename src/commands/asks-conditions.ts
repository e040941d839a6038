/** The commands that may ask a condition, and so what conditions can be of: others start without it. */
import type { Command } from './command.ts';

const NOUNS = new Set(['customers', 'export', 'followup', 'levels', 'play', 'points', 'segment', 'tag', 'touches']);

export const asksConditions = ({ path }: Pick<Command, 'path'>): boolean => NOUNS.has(path.split(' ')[0] ?? '');
