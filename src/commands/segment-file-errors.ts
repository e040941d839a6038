/** Everything that is wrong with a file of segments, in one error: which segment, where, and what would fit. */
import type { Context } from '../context.ts';
import { DataError, type KnownError } from '../errors.ts';
import { SegmentError } from '../segments/segment-error.ts';
import type { FileMistake } from '../segments/segment-file.ts';
import { caretLine } from './caret-line.ts';
import { segmentErrorInWords } from './segment-error-words.ts';

/** One mistake: where it stands in the file, of which segment, and the sentence, which may have lines of its own. */
export interface ToldMistake {
  readonly line: number | undefined;
  readonly name: string | undefined;
  readonly told: string;
}

export function mistakeInWords({ words }: Context, text: string, mistake: FileMistake): ToldMistake {
  const { line, name, column } = mistake;
  const { savedSegments, segments } = words;
  const sentence = savedSegments.fileProblems[mistake.problem](mistake.key ?? '');
  const meant = mistake.nearest === undefined ? '' : ` (${segments.didYouMean(mistake.nearest)})`;
  if (line === undefined || column === undefined) return { line, name, told: sentence + meant };
  return { line, name, told: `${savedSegments.column(column)}: ${sentence}\n${caretAt(text, line, column)}` };
}

/** The line of a file with a sign below it; both from 1. */
export function caretAt(text: string, line: number, column: number): string {
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((length, one) => length + one.length + 1, 0) + column - 1;
  return caretLine(text, { start, end: start + 1 });
}

/** Of a rule in the file. */
export function ruleMistake({ words }: Context, error: SegmentError): string {
  const told = segmentErrorInWords(error, words);
  return told.details.hint === undefined ? told.message : `${told.message}\n  ${told.details.hint}`;
}

export function segmentFileError(context: Context, file: string, mistakes: readonly ToldMistake[]): KnownError {
  return mistakesOfFile(context, file, mistakes, 'bad_segments');
}

/** Of what is said of a file that was to be applied. */
export function mistakesOfFile(
  { words }: Context,
  file: string,
  mistakes: readonly ToldMistake[],
  code: string,
): KnownError {
  const { savedSegments } = words;
  const [only, ...more] = mistakes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const details = { code, file, hint: savedSegments.notApplied };
  const ofSegment = ({ name, told }: ToldMistake) => (name === undefined ? told : `${name}: ${told}`);
  if (only && more.length === 0) return new DataError(ofSegment(only), { ...details, line: only.line });
  const lines = [only, ...more].flatMap((mistake) => {
    if (!mistake) return [];
    const place = mistake.line === undefined ? '' : `${savedSegments.line(mistake.line)}: `;
    return `${place}${ofSegment(mistake)}`.split('\n').map((line) => `  ${line}`);
  });
  return new DataError([savedSegments.mistakes(mistakes.length), ...lines].join('\n'), details);
}
