/** A finding on a play or the policy as a person reads it: the key, what is wrong, what was meant, and where in a condition. */
import type { Words } from '../messages/words.ts';
import type { FileFinding } from '../followups/plays/play-file.ts';
import { segmentErrorInWords } from './segment-error-words.ts';

/** Whom it is about; null of the file itself. */
export const aboutWhom = (words: Words, { play, ofFile }: FileFinding): string | null =>
  ofFile ? null : (play ?? words.plays.policy);

/** Of one line, as for a row of a table. */
export function findingLine(words: Words, finding: FileFinding): string {
  const { value = '', about = '', nearest, isBare } = finding;
  const written = words.plays.written(value, isBare ?? false);
  const plain = words.plays.findings[finding.finding]({ value, written, about });
  const detail = textDetail(words, finding);
  const sentence = detail === undefined ? plain : words.plays.detailed(plain, detail);
  return nearest === undefined ? sentence : `${sentence} (${words.segments.didYouMean(nearest)})`;
}

/** With its key; of a condition in full, with a sign below the spot. */
export function findingText(words: Words, finding: FileFinding): string {
  const { key, error } = finding;
  const line = `${key === '' ? '' : `${key}: `}${findingLine(words, finding)}`;
  if (!error) return line;
  const { message, details } = segmentErrorInWords(error, words);
  return [`${line}: ${message}`, ...(details.hint === undefined ? [] : [`  ${details.hint}`])].join('\n');
}

/** What of a template or a text is wrong. */
function textDetail({ texts }: Words, { template, text }: FileFinding): string | undefined {
  if (template) return texts.problemAt(template.line, template.column, texts.problems[template.code](template));
  return text && texts.findings[text.code](text);
}
