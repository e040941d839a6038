/** Whether a stream gets colour. chalk decides for stdout alone and does not know NO_COLOR, so we decide. */
import type { Environment } from './archive-path.ts';

export type ColourChoice = 'always' | 'never' | 'auto';

export function decideColour(
  choice: ColourChoice,
  env: Environment,
  stream: { readonly isTerminal: boolean },
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force && force !== '0' && force !== 'false') return true;
  if (env['TERM'] === 'dumb') return false;
  return stream.isTerminal;
}
