/** Takes people out of all that was written in free words: what things are called first, so that whatever refers to them still does. */
import { nameKey } from '../segments/segment-name.ts';
import type { Archive } from '../store/open.ts';
import { CUT, type PersonalValues } from '../values/personal-values.ts';
import { cutNames } from './cut-names.ts';
import { cutRule } from './cut-rule.ts';
import { changeNames, changeRules, namesGiven } from './name-queries.ts';
import { changePlays } from './play-queries.ts';
import { changeTexts } from './text-queries.ts';

/** `texts` are how they are written. How many became others. */
export function cutTexts(archive: Archive, values: PersonalValues, texts: readonly string[]): number {
  const cut = (text: string) => (values.isSaidIn(text) ? values.cutFrom(text, texts) : text);
  const cutWhole = (text: string) => (values.isValue(text) ? CUT : cut(text));
  const names = cutNames(namesGiven(archive), cutWhole);
  const named = (text: string) => names.get(nameKey(text));
  const cutNamed = (name: string) => named(name) ?? name;
  const cutValue = (text: string) => named(text) ?? cutWhole(text);
  const cutText = (text: string) => named(text) ?? cut(text);
  const rule = (where: string) => cutRule(where, cutValue, cut);
  return (
    changeNames(archive, cutNamed) +
    changeRules(archive, { rule, name: cutValue }) +
    changePlays(archive, { rule, name: cutValue, text: cutText }) +
    changeTexts(archive, { changed: cutText, isName: (text) => values.isName(text) })
  );
}
