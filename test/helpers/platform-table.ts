/** The table of platforms as the README shows it: what `platforms list` says, a line per platform. */
import { platforms } from '../../src/platforms/index.ts';

const BEGIN = '<!-- platforms -->';
const END = '<!-- /platforms -->';

export function platformTable(): string {
  const rows = platforms.flatMap(({ title, name, layouts }) => {
    if (layouts.length === 0 || name === 'generic') return [];
    const grades = [...new Set(layouts.map(({ evidence }) => evidence))];
    return [`|${title}|${layouts.map((layout) => layout.name).join('; ')}|${grades.join(', ')}|`];
  });
  return ['|Platform|Files|Header known from|', '|-|-|-|', ...rows].join('\n');
}

/** The README with the table of today between its marks. */
export function withPlatformTable(readme: string): string {
  const [before, rest = ''] = readme.split(BEGIN);
  return `${before}${BEGIN}\n${platformTable()}\n${END}${rest.split(END)[1] ?? ''}`;
}
