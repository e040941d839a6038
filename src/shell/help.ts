/** The help texts: what it does, how it is written, examples, and only then the options. */
import type { Command, Option, Options } from '../commands/command.ts';
import { groupSummaries, sections } from '../commands/groups.ts';
import type { Words } from '../messages/words.ts';
import { wrapWords } from '../output/wrap-cell.ts';
import { globalOptions } from './global-options.ts';

export type Topic = keyof Words['topics'];

export type HelpPage =
  | { readonly of: 'program' }
  | { readonly of: 'group'; readonly path: string }
  | { readonly of: 'command'; readonly command: Command }
  | { readonly of: 'topic'; readonly topic: Topic };

export interface Reader {
  readonly words: Words;
  /** Columns of the terminal. */
  readonly width: number;
}

type Row = readonly [left: string, right: string];

/** Beyond this a line is tiring to read, however wide the terminal. */
const WIDEST = 100;
/** Below this whole words no longer stand beside a flag, and the terminal may break the lines. */
const NARROWEST = 60;

/** The page with its final newline; nothing but lines to paste is wider than the terminal. */
export function helpText(page: HelpPage, commands: readonly Command[], reader: Reader): string {
  const within = { ...reader, width: Math.max(NARROWEST, Math.min(reader.width, WIDEST)) };
  const parts = partsOf(page, commands, within);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function partsOf(page: HelpPage, commands: readonly Command[], reader: Reader): readonly string[] {
  switch (page.of) {
    case 'program':
      return programHelp(commands, reader);
    case 'group':
      return groupHelp(page.path, commands, reader);
    case 'command':
      return commandHelp(page.command, commands, reader);
    case 'topic':
      return [reader.words.topics[page.topic]];
  }
}

/** Bare `regulars`: one line per noun or verb, under the headings of the day's work. */
function programHelp(commands: readonly Command[], reader: Reader): readonly string[] {
  const { help, language, topics } = reader.words;
  const names = [...new Set(commands.map((command) => command.path.split(' ')[0] ?? ''))];
  const rest = names.filter((name) => !sections.some((section) => section.names.includes(name)));
  const about = (title: string, wanted: readonly string[]) => {
    const shown = wanted.filter((name) => names.includes(name));
    return block(
      help.section(title),
      shown.map((name): Row => [name, aboutName(name, commands, reader)]),
      reader,
    );
  };
  return [
    help.about,
    help.usage(help.command),
    block(
      help.examples,
      [
        ['regulars ingest orders.csv', help.first.ingest],
        ['regulars customers show "ann@example.com"', help.first.show],
        ['regulars segment members at_risk', help.first.members],
        ['regulars followup today', help.first.today],
      ],
      reader,
    ),
    ...sections.map((section) => about(section.title[language], section.names)),
    about(help.more, rest),
    block(help.options, optionRows(globalOptions, reader), reader),
    prose(help.tellsMore(Object.keys(topics)), reader),
  ];
}

/** A noun with several verbs. */
function groupHelp(path: string, commands: readonly Command[], reader: Reader): readonly string[] {
  const { help, language } = reader.words;
  const within = commands.filter((command) => command.path.startsWith(`${path} `));
  return [
    groupSummaries[path]?.[language] ?? help.group(path),
    help.usage(`${path} ${help.command}`),
    examples(
      within.flatMap((command) => command.examples.slice(0, 1)),
      reader,
    ),
    block(help.commands, commandRows(within, reader), reader),
    prose(help.groupTellsMore(path), reader),
  ];
}

function commandHelp(command: Command, commands: readonly Command[], reader: Reader): readonly string[] {
  const { help, language } = reader.words;
  const name = command.path
    .split(' ')
    .filter((word) => !/^[<[]/.test(word))
    .join(' ');
  const within = commands.filter((other) => other !== command && other.path.startsWith(`${name} `));
  return [
    prose(command.summary[language], reader),
    help.usage(command.path),
    examples(command.examples, reader),
    prose(command.description?.[language] ?? '', reader),
    block(help.commands, commandRows(within, reader), reader),
    block(help.options, optionRows(command.options, reader), reader),
    block(help.everyOption, optionRows(globalOptions, reader), reader),
  ];
}

function aboutName(name: string, commands: readonly Command[], { words }: Reader): string {
  const own = commands.find(
    (command) =>
      command.path === name || (/^ [<[]/.test(command.path.slice(name.length)) && command.path.startsWith(`${name} `)),
  );
  return (groupSummaries[name] ?? own?.summary)?.[words.language] ?? '';
}

function commandRows(commands: readonly Command[], { words }: Reader): Row[] {
  return commands.map((command) => [command.path, command.summary[words.language]]);
}

function optionRows(options: Options, { words }: Reader): Row[] {
  const { help, language } = words;
  return Object.values(options).map((option: Option<unknown>) => {
    const { choices = [] } = option;
    const said = option.description[language];
    const about = choices.every((choice) => said.includes(choice)) ? said : help.choices(said, choices);
    const notes = [option.required ? help.needed : '', option.repeatable ? help.repeatable : ''].filter(Boolean);
    return [option.flags, notes.length > 0 ? help.notes(about, notes) : about];
  });
}

/** Lines to paste are never broken. */
function examples(lines: readonly string[], { words }: Reader): string {
  return lines.length === 0 ? '' : [words.help.examples, ...lines.map((line) => `  $ ${line}`)].join('\n');
}

function prose(text: string, { width }: Reader): string {
  return wrapWords(text, width).join('\n');
}

function block(title: string, rows: readonly Row[], reader: Reader): string {
  if (rows.length === 0) return '';
  const left = Math.max(...rows.map(([name]) => name.length).filter((length) => length <= 40), 12);
  const lines = rows.flatMap(([name, about]) => {
    const [first = '', ...more] = wrapWords(about, reader.width - left - 4);
    const start = name.length > left ? [name, `${' '.repeat(left)}  ${first}`] : [`${name.padEnd(left)}  ${first}`];
    return [...start, ...more.map((line) => `${' '.repeat(left)}  ${line}`)];
  });
  return [title, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n');
}
