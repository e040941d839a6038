/** The help texts: what it does, how it is written, examples, and only then the options. */
import type { Command, Option, Options } from '../commands/command.ts';
import { groupSummaries, sections } from '../commands/groups.ts';
import { globalOptions } from './global-options.ts';

type Row = readonly [left: string, right: string];

/** Bare `regulars`: one line per noun or verb, under the headings of the day's work. */
export function shortHelp(commands: readonly Command[]): string {
  const names = [...new Set(commands.map((command) => command.path.split(' ')[0] ?? ''))];
  const rest = names.filter((name) => !sections.some((section) => section.names.includes(name)));
  const blocks = [...sections, { title: 'More', names: rest }].map(({ title, names: wanted }) =>
    block(
      title,
      wanted.filter((name) => names.includes(name)).map((name): Row => [name, aboutName(name, commands)]),
    ),
  );
  return page([
    'regulars turns order exports into an archive of your customers.',
    'Usage: regulars <command> [options]',
    block('Examples', [
      ['regulars ingest orders.csv', 'take in an export as it comes'],
      ['regulars customers show "ann@example.com"', 'one customer, whole'],
      ['regulars segment members at_risk', 'who is slipping'],
      ['regulars followup today', 'whom to write to today'],
    ]),
    ...blocks,
    block('Options', optionRows(globalOptions)),
    'regulars <command> --help tells more; regulars help exit-codes, environment, encryption, cron.',
  ]);
}

/** A noun with several verbs. */
export function groupHelp(path: string, commands: readonly Command[]): string {
  const within = commands.filter((command) => command.path.startsWith(`${path} `));
  return page([
    groupSummaries[path] ?? `commands of ${path}`,
    `Usage: regulars ${path} <command> [options]`,
    examples(within.flatMap((command) => command.examples.slice(0, 1))),
    block('Commands', commandRows(within)),
    `regulars ${path} <command> --help tells more; regulars --help lists the options every command takes.`,
  ]);
}

export function commandHelp(command: Command, commands: readonly Command[]): string {
  const name = command.path
    .split(' ')
    .filter((word) => !/^[<[]/.test(word))
    .join(' ');
  const within = commands.filter((other) => other !== command && other.path.startsWith(`${name} `));
  return page([
    command.summary,
    `Usage: regulars ${command.path} [options]`,
    examples(command.examples),
    command.description ?? '',
    block('Commands', commandRows(within)),
    block('Options', optionRows(command.options)),
    block('Options of every command', optionRows(globalOptions)),
  ]);
}

function aboutName(name: string, commands: readonly Command[]): string {
  const own = commands.find(
    (command) =>
      command.path === name || (/^ [<[]/.test(command.path.slice(name.length)) && command.path.startsWith(`${name} `)),
  );
  return groupSummaries[name] ?? own?.summary ?? '';
}

function commandRows(commands: readonly Command[]): Row[] {
  return commands.map((command) => [command.path, command.summary]);
}

function optionRows(options: Options): Row[] {
  return Object.values(options).map((option: Option<unknown>) => {
    const choices = option.choices && !option.choices.every((choice) => option.description.includes(choice));
    const notes = [option.required ? 'needed' : '', option.repeatable ? 'may be repeated' : ''].filter(Boolean);
    const about = option.description + (choices ? `: ${option.choices?.join(', ')}` : '');
    return [option.flags, notes.length > 0 ? `${about} (${notes.join(', ')})` : about];
  });
}

function examples(lines: readonly string[]): string {
  return lines.length === 0 ? '' : ['Examples:', ...lines.map((line) => `  $ ${line}`)].join('\n');
}

function block(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(([left]) => left.length).filter((length) => length <= 40), 12);
  const lines = rows.flatMap(([left, right]) => {
    const wrapped = wrap(right, Math.max(30, 98 - width));
    const start =
      left.length > width
        ? [`  ${left}`, `  ${' '.repeat(width)}  ${wrapped[0] ?? ''}`]
        : [`  ${left.padEnd(width)}  ${wrapped[0] ?? ''}`];
    return [...start, ...wrapped.slice(1).map((line) => `  ${' '.repeat(width)}  ${line}`)];
  });
  return [`${title}:`, ...lines.map((line) => line.trimEnd())].join('\n');
}

/** English help text at word boundaries. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
