/** What commander found wrong with a command line, in our words and with the nearest thing that exists. */
import type { Command as Node, CommanderError } from 'commander';
import { type ErrorDetails, UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { nearest } from '../values/nearest.ts';

/** `node` is the command that was meant. */
export function usageError(error: CommanderError, node: Node, words: Words): UsageError {
  const { shell } = words;
  const line = ['regulars', ...pathOf(node), '--help'].join(' ');
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const usage = (message: string, code: string, near?: string): UsageError => {
    const details: ErrorDetails = { code, hint: near === undefined ? shell.seeHelp(line) : shell.didYouMean(near) };
    return new UsageError(message, details);
  };
  const unknownCommand = (name: string): UsageError => {
    const near = nearest(
      name,
      node.commands.map((child) => child.name()),
    );
    const full = near === undefined ? undefined : ['regulars', ...pathOf(node), near].join(' ');
    return usage(shell.unknownCommand([...pathOf(node), name].join(' ')), 'unknown_command', full);
  };
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(quoted);
    case 'commander.unknownOption': {
      // What somebody took for its value may be a secret.
      const [name = ''] = quoted.split('=');
      return usage(shell.unknownOption(name), 'unknown_option', nearest(name, flagsOf(node)));
    }
    case 'commander.missingArgument':
      return usage(shell.missingArgument(quoted), 'missing_argument');
    case 'commander.missingMandatoryOptionValue':
      return usage(shell.missingOption(quoted), 'missing_option');
    case 'commander.optionMissingArgument':
      return usage(shell.missingValue(quoted), 'missing_value');
    case 'commander.excessArguments': {
      const expected = node.registeredArguments.length;
      if (node.commands.length > 0) return unknownCommand(node.args[expected] ?? '');
      return usage(shell.tooManyArguments(expected, node.args.length), 'too_many_arguments');
    }
    default:
      return usage(error.message.replace(/^error: /, ''), 'usage');
  }
}

/** The deepest command that the words of the line name. */
export function nodeMeant(program: Node, argv: readonly string[]): Node {
  let node = program;
  for (const word of argv) node = node.commands.find((child) => child.name() === word) ?? node;
  return node;
}

function pathOf(node: Node): string[] {
  return node.parent ? [...pathOf(node.parent), node.name()] : [];
}

function flagsOf(node: Node): string[] {
  return [...node.options.flatMap((option) => [option.long, option.short]), '--help'].filter((flag) => flag != null);
}
