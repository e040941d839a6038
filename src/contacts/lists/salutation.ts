/** How somebody is spoken to: 王女士, Ms Archer. Nothing rather than something wrong. */
import { nameParts } from '../../values/name-parts.ts';
import { genderLetter } from './gender.ts';
import type { ListPerson } from './list-format.ts';

const TITLES: Readonly<Record<string, Readonly<Record<'f' | 'm', string>>>> = {
  en: { f: 'Ms', m: 'Mr' },
  de: { f: 'Frau', m: 'Herr' },
  fr: { f: 'Madame', m: 'Monsieur' },
  es: { f: 'Sra.', m: 'Sr.' },
  it: { f: 'Sig.ra', m: 'Sig.' },
};
const CHINESE = { f: '女士', m: '先生' } as const;
const CHINESE_COUNTRIES = new Set(['CN', 'TW', 'HK', 'MO', 'SG']);
/** Names of other scripts are read by their sounds there, the family name first as often as last. */
const FAMILY_FIRST = new Set([...CHINESE_COUNTRIES, 'JP', 'KR', 'KP', 'VN', 'HU']);
const LATIN = /^[\p{Script=Latin}\p{M} .'’-]+$/u;

/** Null where the family name is not told from the name, or there is neither a title nor a gender. */
export function salutationOf({
  name,
  gender,
  language,
  country,
}: Pick<ListPerson, 'name' | 'gender' | 'language' | 'country'>): string | null {
  const { title, last } = nameParts(name ?? '');
  if (last === '') return null;
  const letter = genderLetter(gender);
  const spoken = language?.split('-')[0]?.toLowerCase();
  if (/^\p{Script=Han}+$/u.test(last)) {
    const chinese = spoken === undefined ? country === null || CHINESE_COUNTRIES.has(country) : spoken === 'zh';
    if (!chinese) return null;
    if (title !== '') return last + title;
    return letter === 'f' || letter === 'm' ? last + CHINESE[letter] : null;
  }
  if (!LATIN.test(last) || (country !== null && FAMILY_FIRST.has(country))) return null;
  if (title !== '') return `${title} ${last}`;
  const titles = TITLES[spoken ?? 'en'];
  return titles && (letter === 'f' || letter === 'm') ? `${titles[letter]} ${last}` : null;
}
