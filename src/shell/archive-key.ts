/**
 * The key of an encrypted archive: --key-file, else REGULARS_KEY_FILE, else REGULARS_KEY, else typed. Never an
 * argument, which other users see in the list of processes and the shell keeps in its history.
 */
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DataError, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Words } from '../messages/words.ts';
import { shellWord } from '../output/shell-word.ts';
import type { Key } from '../store/database.ts';
import { octal } from '../store/octal.ts';
import type { Environment } from './archive-path.ts';

/** Bytes of a key file; a longer one was not meant. */
const LONGEST = 4096;

export interface KeyRing {
  /** The option's file, for lines that say the same again. */
  readonly file: string | undefined;
  /** What option or environment give; read when it is first asked for. */
  given(): Promise<Key | undefined>;
  /** Of a file that is encrypted: as given, else typed, once for the whole run. */
  of(path: string): Promise<Key>;
  /** One that is to be from now on: of that file, else typed twice. `flag` names the option for it. */
  fresh(path: string, file: string | undefined, flag: string): Promise<Key>;
}

export interface KeyRingOptions {
  readonly flag: string | undefined;
  readonly env: Environment;
  readonly folder: string;
  readonly io: Io;
  readonly words: Words;
  readonly interactive: boolean;
}

export function createKeyRing({ flag, env, folder, io, words, interactive }: KeyRingOptions): KeyRing {
  const { keys } = words;
  const file = flag === undefined ? undefined : resolve(folder, flag);
  const { REGULARS_KEY_FILE: named, REGULARS_KEY: text } = env;
  // Once: a pipe gives it no second time.
  let read: Promise<Key> | undefined;
  let answered: Key | undefined;

  const given = async (): Promise<Key | undefined> => {
    const path = file ?? (named ? resolve(folder, named) : undefined);
    if (path !== undefined) return await (read ??= readKey(path, words));
    return text ? Buffer.from(text) : undefined;
  };
  const typed = async (questions: readonly string[]): Promise<Key> => {
    const [first = '', second = first] = await io.askHidden(questions);
    if (first === '') throw new DataError(keys.emptyKey, { code: 'key_empty' });
    if (first !== second) throw new DataError(keys.notTheSame, { code: 'keys_differ' });
    return Buffer.from(first);
  };
  return {
    file,
    given,
    async of(path) {
      const key = (await given()) ?? answered;
      if (key) return key;
      if (!interactive) throw new UsageError(keys.needed(path), { code: 'needs_key', hint: keys.giveHint });
      answered = await typed([keys.ask(path)]);
      return answered;
    },
    async fresh(path, freshFile, freshFlag) {
      if (freshFile !== undefined) return await readKey(resolve(folder, freshFile), words);
      if (!interactive) throw new UsageError(keys.newNeeded, { code: 'needs_key', hint: keys.giveNewHint(freshFlag) });
      return await typed([keys.askNew(path), keys.askAgain]);
    },
  };
}

/**
 * Its bytes but for one line end, which every editor adds. Links and pipes are followed: secrets come by both,
 * and while a pipe is waited for the program can be interrupted.
 */
async function readKey(path: string, { keys, shell }: Words): Promise<Key> {
  const file = await open(path, 'r');
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw new DataError(shell.isFolder(path), { code: 'file_trouble' });
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
      throw new DataError(keys.fileReadableByOthers(path, octal(stat.mode)), {
        code: 'key_readable_by_others',
        ...(stat.isFile() ? { hint: `chmod 600 ${shellWord(path)}` } : {}),
      });
    }
    const content = Buffer.alloc(LONGEST + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < content.length; length += read)
      read = (await file.read(content, length, content.length - length, null)).bytesRead;
    if (length > LONGEST) throw new DataError(keys.fileTooLarge(path, LONGEST), { code: 'key_too_large' });
    const ends = content[length - 1] !== 0x0a ? 0 : content[length - 2] === 0x0d ? 2 : 1;
    if (length === ends) throw new DataError(keys.emptyFile(path), { code: 'key_empty' });
    return content.subarray(0, length - ends);
  } finally {
    await file.close();
  }
}
