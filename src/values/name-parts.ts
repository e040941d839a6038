/** A person's name as written, taken apart into what other tools ask for. A nickname stays whole. */
import { chineseSurname } from './chinese-surnames.ts';

export interface NameParts {
  /** What is written before the name, or behind a Chinese one: Ms, Dr, 女士. */
  readonly title: string;
  /** Given names, or the whole name where no family name is told from it. */
  readonly first: string;
  readonly last: string;
}

const HAN = /^\p{Script=Han}+$/u;
const HAN_SPACED = /^(\p{Script=Han}{1,3})[\s\u3000]+(\p{Script=Han}{1,3})$/u;
const HAN_TITLE = /^(.+?)(女士|先生|小姐|太太|老师|老師)$/u;
const TITLE = /^(mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|sra|sr)\.?\s+/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|esq)\.?$/i;
/** Written small they belong to the name behind them. */
const PARTICLE = /^(?:van|von|vom|zu|zur|de|del|della|di|da|dos|das|du|la|le|den|der|ten|ter|bin|al|af|av)$/;

export function nameParts(written: string): NameParts {
  const name = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  return chinese(name) ?? spaced(name);
}

/** One of two characters to four, behind a family name there is. */
function chinese(name: string): NameParts | undefined {
  const apart = HAN_SPACED.exec(name);
  if (apart) return { title: '', first: apart[2] ?? '', last: apart[1] ?? '' };
  if (!HAN.test(name)) return undefined;
  // 安安 is what somebody is called at home.
  if (/^(.)\1+$/u.test(name)) return { title: '', first: name, last: '' };
  const [, called = name, title = ''] = HAN_TITLE.exec(name) ?? [];
  const last = chineseSurname(called);
  const first = called.slice(last?.length ?? 0);
  const given = [...first].length;
  // One character is a name of its own only behind a title: 王女士.
  const fits = last !== undefined && given <= 2 && (given > 0 || title !== '' || last.length > 1);
  return fits ? { title, first, last } : { title: '', first: name, last: '' };
}

function spaced(name: string): NameParts {
  const title = TITLE.exec(name)?.[1] ?? '';
  const called = title === '' ? name : name.replace(TITLE, '');
  const turned = /^([^,]+), *([^,]+)$/.exec(called);
  if (turned && !SUFFIX.test(turned[2] ?? '')) return { title, first: turned[2] ?? '', last: (turned[1] ?? '').trim() };
  const words = called.split(' ');
  let from = words.length - 1;
  if (from > 1 && SUFFIX.test(words[from] ?? '')) from -= 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1;
  if (from < 1) return title === '' ? { title, first: called, last: '' } : { title, first: '', last: called };
  return { title, first: words.slice(0, from).join(' '), last: words.slice(from).join(' ') };
}
