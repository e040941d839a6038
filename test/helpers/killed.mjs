/**
 * Loaded before the program (`node --import`): SIGKILL before its n-th change of a file, so that every
 * moment between two changes can be one at which it ended.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

export const CHANGES = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'chmodSync',
];
let left = Number(process.env.KILL_BEFORE ?? Number.NaN);

for (const name of CHANGES) {
  const change = fs[name];
  fs[name] = (...args) => {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL');
    return change(...args);
  };
}
syncBuiltinESMExports();
