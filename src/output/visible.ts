/**
 * Makes text from people and files harmless to look at: control, bidirectional and invisible tag
 * characters become a visible \u{…}. Data keeps them; only what a person reads is changed.
 */
import { CONTROL } from '../values/controls.ts';

// C0, DEL, C1, ALM, LRM/RLM, line and paragraph separators with the embeddings, isolates, tags, lone surrogates.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

/** One value or sentence on one line: a line break is shown too. */
export function visible(text: string): string {
  return text.replace(UNSAFE, shown);
}

/** Text of several lines that we wrote ourselves: line breaks stay. */
export function visibleLines(text: string): string {
  return text.replace(UNSAFE, (character) => (character === '\n' ? character : shown(character)));
}

/** Nearly no value has one. */
const HAS_CONTROL = new RegExp(CONTROL.source, 'u');

/** A value in a file for people, with its tabs and line breaks, of one kind. */
export function controlsShown(text: string): string {
  return HAS_CONTROL.test(text) ? text.replace(/\r\n?/g, '\n').replace(CONTROL, shown) : text;
}

/** Nobody reads more of one value on a screen, and laying out a book in a cell takes for ever. */
const LONGEST = 1000;

/** The beginning of a value that is too long to be looked at. */
export function beginning(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** JSON that no terminal acts on: the same characters as \uXXXX, so that it reads back as it was. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(UNSAFE, (character) =>
    character === '\n' ? character : escaped(character),
  );
}

function shown(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
