/**
 * Loaded before the program (`node --import`): copies the folder it runs in before each of its changes of a
 * file, and at its end. A copy holds what SIGKILL at that moment would leave, and one run gives all of them.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { CHANGES } from './killed.mjs';

const { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync } = fs;
const folder = process.cwd();
const moments = process.env.MOMENTS;
let taken = 0;

/** One file under two names stays one. */
function copy(from, to, known = new Map()) {
  mkdirSync(to, { mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, made] = [from, to].map((parent) => join(parent, entry.name));
    if (entry.isDirectory()) {
      copy(old, made, known);
      continue;
    }
    const { ino } = lstatSync(old);
    if (known.has(ino)) linkSync(known.get(ino), made);
    else copyFileSync(old, made);
    known.set(ino, made);
  }
}

const take = () => copy(folder, join(moments, String(taken++)));

for (const name of CHANGES) {
  const change = fs[name];
  fs[name] = (...args) => {
    take();
    return change(...args);
  };
}
syncBuiltinESMExports();
process.once('exit', take);
