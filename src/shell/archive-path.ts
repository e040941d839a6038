/** Where the archive is: --db, else REGULARS_DB, else the data folder of this user. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Context } from '../context.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Relative paths are seen from `folder`; empty values in the environment count as absent. */
export async function findArchivePath(
  flag: string | undefined,
  env: Environment,
  folder: string,
): Promise<Context['archivePath']> {
  if (flag) return { path: resolve(folder, flag), origin: 'flag' };
  if (env['REGULARS_DB']) return { path: resolve(folder, env['REGULARS_DB']), origin: 'environment' };
  const data = env['XDG_DATA_HOME'];
  // The XDG rules say that a relative path there is to be ignored.
  if (data?.startsWith('/')) return { path: join(data, 'regulars', 'regulars.db'), origin: 'default' };
  if (process.platform === 'linux') {
    return { path: join(env['HOME'] || homedir(), '.local', 'share', 'regulars', 'regulars.db'), origin: 'default' };
  }
  const { default: envPaths } = await import('env-paths');
  return { path: join(envPaths('regulars', { suffix: '' }).data, 'regulars.db'), origin: 'default' };
}
