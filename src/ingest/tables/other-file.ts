/** Files of known platforms that hold no orders. */
import { platforms } from '../../platforms/index.ts';
import type { OtherFile, Platform } from '../../platforms/layout.ts';
import { normaliseHeader } from '../../values/text.ts';
import { positions } from './bind-columns.ts';
import type { RawRow } from './table-source.ts';

export interface FoundOther extends Pick<OtherFile, 'what'> {
  readonly platform: Platform;
  readonly line: number;
}

/** The one that asks for most, of those whose columns are all there. */
export function otherFile(sample: readonly RawRow[]): FoundOther | undefined {
  let best: (FoundOther & { readonly asks: number }) | undefined;
  for (const { line, cells } of sample) {
    const names = positions(cells);
    for (const platform of platforms)
      for (const { what, requires } of platform.others ?? []) {
        const whole = requires.every((header) => names.has(normaliseHeader(header)));
        if (whole && requires.length > (best?.asks ?? 0)) best = { platform, what, line, asks: requires.length };
      }
  }
  return best;
}
