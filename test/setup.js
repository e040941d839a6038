/**
 * All set-up of a fresh clone: installs when nothing is installed or the lockfile is newer, then
 * builds. Plain JavaScript, since it runs before anything is there to compile with.
 */
import { execSync } from 'node:child_process';
import { lstatSync, statSync, unlinkSync } from 'node:fs';

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const run = (command) => execSync(command, { stdio: ['ignore', 2, 2] });

if (modified('node_modules/.package-lock.json') < modified('package-lock.json') - 1000) {
  // An install through a link would empty the folder it leads to, which is somebody else's.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync('node_modules');
  run('npm ci --no-audit --no-fund');
}
run('npm run --silent build');
