/**
 * All set-up of a fresh clone: installs when nothing is installed or the lockfile is newer, then
 * builds. Plain JavaScript, since it runs before anything is there to compile with.
 */
import { execSync } from 'node:child_process';
import { statSync } from 'node:fs';

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const run = (command) => execSync(command, { stdio: ['ignore', 2, 2] });

if (modified('node_modules/.package-lock.json') < modified('package-lock.json') - 1000)
  run('npm ci --no-audit --no-fund');
run('npm run --silent build');
