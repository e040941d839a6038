/** Lines of vCards, of either version. */
import { escape, fold } from '../../values/content-lines.ts';

/** A value of several parts in their places. */
export const compound = (parts: readonly (string | null)[]): string =>
  parts.map((part) => escape(part ?? '')).join(';');

/** Of lines without a value none is left. */
export const card = (lines: readonly (readonly [property: string, value: string | null | undefined])[]): string =>
  lines.map(([property, value]) => (value ? fold(`${property}:${value}`) : '')).join('');
