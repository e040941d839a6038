/** The platforms as the README names them, by the best that is known of their headers; `platforms list` has the files. */
import { platforms } from '../../src/platforms/index.ts';

const BEGIN = '<!-- platforms -->';
const END = '<!-- /platforms -->';
const GRADES = [
  ['file', 'seen in a file'],
  ['source', 'from their source'],
  ['code', 'from code that reads them'],
] as const;

export function platformList(): string {
  const known = platforms.filter(({ name, layouts }) => layouts.length > 0 && name !== 'generic');
  const best = (platform: (typeof known)[number]) =>
    GRADES.find(([grade]) => platform.layouts.some(({ evidence }) => evidence === grade))?.[0];
  const lines = GRADES.map(([grade, words]) => {
    const titles = known.filter((platform) => best(platform) === grade).map(({ title }) => title);
    return `- Headers ${words}: ${titles.join(', ')}`;
  });
  return lines.join('\n');
}

/** The README with the list of today between its marks. */
export function withPlatformList(readme: string): string {
  const [before, rest = ''] = readme.split(BEGIN);
  return `${before}${BEGIN}\n${platformList()}\n${END}${rest.split(END)[1] ?? ''}`;
}
