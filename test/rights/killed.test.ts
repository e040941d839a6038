/** The real program, ended by SIGKILL while it forgets somebody: they are there as before or gone, and a second run does the rest. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { program, strippedEnv } from '../helpers/run.ts';
import { NEEDLES, needlesIn, needleWorld, NOW } from './needles.ts';

const killed = fileURLToPath(new URL('../helpers/killed.mjs', import.meta.url));

it.skipIf(process.platform === 'win32')(
  'is there or gone whenever it is killed',
  async () => {
    const { seller } = await needleWorld();
    const saved = mkdtempSync(join(tmpdir(), 'regulars-saved-'));
    onTestFinished(() => rmSync(saved, { recursive: true }));
    cpSync(seller.folder, saved, { recursive: true });
    const before = await seller.dump();
    const outcomes = new Set<string>();
    const args = ['--db', seller.db, 'customers', 'forget', NEEDLES.account, '--yes', '--json'];
    for (let change = 0; ; change += 7) {
      for (const name of readdirSync(seller.folder)) rmSync(join(seller.folder, name), { recursive: true });
      cpSync(saved, seller.folder, { recursive: true });
      const run = spawnSync(process.execPath, ['--import', killed, program, ...args], {
        env: strippedEnv({ KILL_BEFORE: String(change) }),
      });
      const isThere = (await seller.dump()) === before;
      outcomes.add(`${run.signal ?? 'ended'} ${isThere ? 'there' : 'gone'}`);
      if (!isThere) expect((await seller.run(['customers', 'data', NEEDLES.account])).status).toBe(1);
      if (run.signal === null) break;
      const again = isThere ? args.slice(2) : ['customers', 'forget', '--finish', '--json'];
      const second = await seller.run(again, { now: NOW });
      expect({ change, status: second.status, left: needlesIn(seller.folder) }).toEqual({
        change,
        status: 0,
        left: [],
      });
      expect((await seller.run(['doctor'], { now: NOW })).stdout, `change ${change}`).toMatch(/^[^\n]*\n$/);
    }
    expect(needlesIn(seller.folder)).toEqual([]);
    expect([...outcomes].toSorted()).toEqual(['SIGKILL gone', 'SIGKILL there', 'ended gone']);
  },
  180_000,
);
