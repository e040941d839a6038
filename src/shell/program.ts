/** Turns a command line into what is to be run or printed. commander parses; the commands' own records decide. */
import { createRequire } from 'node:module';
import { Command as Node, CommanderError, Option as NodeOption } from 'commander';
import type { Command, Option, Options } from '../commands/command.ts';
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { type Globals, globalOptions } from './global-options.ts';
import type { HelpPage, Topic } from './help.ts';
import { nearest } from '../values/nearest.ts';
import { nodeMeant, usageError } from './usage-error.ts';

export type Request =
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'help'; readonly page: HelpPage }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly args: readonly string[];
      readonly options: Readonly<Record<string, unknown>>;
      readonly globals: Globals;
    };

/** `argv` without the program's name. Throws UsageError for anything that cannot be meant. */
export function readCommandLine(argv: readonly string[], commands: readonly Command[], words: Words): Request {
  let request: Request = { kind: 'help', page: { of: 'program' } };
  let printed = '';
  /** What a node is for, until it is equipped. */
  const pages = new Map<Node, HelpPage>();
  // Only what the line names: every option of every command would take longer than most commands do.
  const equip = (node: Node): void => {
    const page = pages.get(node);
    if (!page) return;
    pages.delete(node);
    node
      .exitOverride()
      .enablePositionalOptions()
      .helpCommand(false)
      .helpOption('-h, --help')
      .version(version(), '-V, --version')
      .hook('preSubcommand', (_, child) => equip(child));
    node.configureOutput({ writeOut: (text) => (printed += text), writeErr: () => {}, outputError: () => {} });
    // Which page is told, not its text: what lays it out is loaded where it is asked for.
    node.configureHelp({
      formatHelp: () => {
        request = { kind: 'help', page };
        return '';
      },
    });
    attach(node, globalOptions, words);
    if (page.of !== 'command') {
      node.action(() => void node.helpInformation());
      return;
    }
    const { command } = page;
    for (const arg of splitPath(command.path)[1]) node.argument(arg);
    attach(node, command.options, words);
    node.action(() => {
      const options = valuesOf(node, command.options);
      request = { kind: 'run', command, args: node.args, options, globals: globalsOf(node) };
    });
  };
  const grow = (name: string, page: HelpPage): Node => {
    const node = new Node(name);
    pages.set(node, page);
    return node;
  };

  const program = grow('regulars', { of: 'program' });
  equip(program);
  for (const command of commands) {
    const [names] = splitPath(command.path);
    let node = program;
    for (const [depth, name] of names.entries()) {
      const found = node.commands.find((child) => child.name() === name);
      if (found) {
        node = found;
        continue;
      }
      const child = grow(name, { of: 'group', path: names.slice(0, depth + 1).join(' ') });
      node.addCommand(child);
      node = child;
    }
    pages.set(node, { of: 'command', command });
  }
  const help = grow('help', { of: 'program' }).argument('[topic...]');
  equip(help);
  help.action(() => {
    const topic = topicOf(help.args, words);
    if (topic === undefined) {
      const node = nodeOf(help.args, program, words);
      equip(node);
      node.helpInformation();
    } else request = { kind: 'help', page: { of: 'topic', topic } };
  });
  program.addCommand(help);

  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return printed.trim() === '' ? request : { kind: 'print', text: printed };
    const node = nodeMeant(program, argv);
    equip(node);
    throw usageError(error, node, words);
  }
  return request;
}

export function splitPath(path: string): readonly [names: readonly string[], args: readonly string[]] {
  const words = path.split(' ');
  const first = words.findIndex((word) => /^[<[]/.test(word));
  return first === -1 ? [words, []] : [words.slice(0, first), words.slice(first)];
}

function topicOf([name = '']: readonly string[], { topics }: Words): Topic | undefined {
  return Object.hasOwn(topics, name) ? (name as Topic) : undefined;
}

/** What `help` is asked of; the program itself where nothing is named. */
function nodeOf(args: readonly string[], program: Node, words: Words): Node {
  let node = program;
  for (const name of args) {
    const child = node.commands.find((candidate) => candidate.name() === name);
    if (!child) {
      const known = [
        ...node.commands.map((candidate) => candidate.name()),
        ...(node === program ? Object.keys(words.topics) : []),
      ];
      const near = nearest(name, known);
      throw new UsageError(words.shell.unknownTopic(args.join(' ')), {
        code: 'unknown_topic',
        hint: near === undefined ? words.shell.seeHelp('regulars --help') : words.shell.didYouMean(near),
      });
    }
    node = child;
  }
  return node;
}

function attach(node: Node, options: Options, words: Words): void {
  for (const option of Object.values(options)) {
    const made = new NodeOption(option.flags);
    if (option.required) made.makeOptionMandatory();
    const { parse } = option;
    if (parse) {
      made.argParser((text: string, before: unknown) => {
        check(option, text, words);
        const value = parse(text, words);
        return option.repeatable && Array.isArray(before) && Array.isArray(value)
          ? [...(before as unknown[]), ...(value as unknown[])]
          : value;
      });
    }
    node.addOption(made);
  }
}

function check(option: Option<unknown>, text: string, words: Words): void {
  if (!option.choices || option.choices.includes(text)) return;
  const name = longFlag(option);
  const near = nearest(text, option.choices);
  throw new UsageError(words.shell.notAChoice(name, text, option.choices.join(', ')), {
    code: 'not_a_choice',
    hint: near === undefined ? undefined : words.shell.didYouMean(`${name} ${near}`),
  });
}

/** The values given at this node, keyed as declared; what was not given is `absent`. */
function valuesOf(node: Node, options: Options): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => [key, given(node, option) ?? option.absent]),
  );
}

function given(node: Node, option: Option<unknown>): unknown {
  const name = new NodeOption(option.flags).attributeName();
  if (node.getOptionValueSource(name) !== 'cli') return undefined;
  return option.parse ? node.getOptionValue(name) : true;
}

/** Global options may stand before or after the names; the last place wins. */
function globalsOf(leaf: Node): Globals {
  const values = valuesOf(leaf, globalOptions);
  for (let node: Node | null = leaf.parent; node; node = node.parent) {
    for (const [key, option] of Object.entries<Option<unknown>>(globalOptions)) {
      if (values[key] === option.absent) values[key] = given(node, option) ?? option.absent;
    }
  }
  return values as Globals;
}

export function longFlag(option: Pick<Option<unknown>, 'flags'>): string {
  return /--[\w-]+/.exec(option.flags)?.[0] ?? option.flags;
}

function version(): string {
  return (createRequire(import.meta.url)('../../package.json') as { version: string }).version;
}
