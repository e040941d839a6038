/** Files of known platforms that hold no orders. */
import { expect, it } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { csv, newSeller } from '../helpers/seller.ts';

const cases = platforms.flatMap(({ title, layouts, others = [] }) =>
  others.map(({ what, requires }) => [title, what, requires, layouts.length > 0] as const),
);

it.each(cases)(
  '%s: a file of %s is refused by its name, with what to export instead',
  async (title, _, requires, sells) => {
    const seller = newSeller();
    const file = seller.write(
      'file.csv',
      csv([[...requires, 'Note'], requires.map((_header, at) => String(at)).concat('')]),
    );
    const { status, stderr } = await seller.run(['ingest', file]);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`file\\.csv:1: this is a \\S.* of ${title}; it holds no orders`));
    expect(stderr).toContain(sells ? `export the order report of ${title}` : 'of the shop that was paid through it');
  },
);
