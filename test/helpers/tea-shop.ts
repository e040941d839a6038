/** The small world of the README as an archive of its own, asked as on the day after its last file. */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finished, RunOptions } from './run.ts';
import { Seller } from './seller.ts';

const FILES = fileURLToPath(new URL('../../fixtures/teashop', import.meta.url));
export const DAY = '2026-11-01';

export class TeaShop extends Seller {
  /** With every export taken. */
  static async open(): Promise<TeaShop> {
    const shop = new TeaShop();
    const files = readdirSync(FILES).filter((name) => name.endsWith('.csv'));
    for (const file of files) copyFileSync(join(FILES, file), join(shop.folder, file));
    for (const file of files.filter((name) => name.startsWith('Export'))) await shop.ingest(file);
    await shop.ingest('orders_export_1.csv', '--shop', 'Hill & Moon Tea');
    return shop;
  }

  /** A copy of it, for one test to change. */
  copy(): TeaShop {
    const shop = new TeaShop();
    copyFileSync(this.db, shop.db);
    return shop;
  }

  override run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const day = args.includes('--as-of') ? [] : ['--as-of', DAY];
    return super.run([...day, ...args], options);
  }
}
