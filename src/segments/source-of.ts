/** The query behind the name of a segment. */
import type { Archive } from '../store/open.ts';
import { builtinNamed } from './builtins.ts';

export interface NamedSource {
  /** As it is written where it is known. */
  readonly name: string;
  readonly where: string;
}

/** Undefined where no segment is called so. */
export function sourceOfSegment(_archive: Archive, name: string): NamedSource | undefined {
  const builtin = builtinNamed(name);
  return builtin && { name: builtin.name, where: builtin.where };
}
