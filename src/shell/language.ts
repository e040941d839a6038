/** Which language messages are in: --lang, else REGULARS_LANG, else the locale, else English. */
import type { Language } from '../messages/words.ts';
import type { Environment } from './archive-path.ts';

export function languageOf(flag: string | undefined, env: Environment): Language {
  const locale = [flag, env['REGULARS_LANG'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? '';
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}
