/** Notes on customers. */
import { afterEach, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

const ann = { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601' };
const ben = { customer_name: 'Ben Baker', email: 'ben@example.com' };
let shop: PlainShop;
afterEach(() => shop.close());

const note = (...args: string[]) => shop.regulars('customers', 'note', ...args);
const notes = async (who: string, ...args: string[]) =>
  (await shop.json<{ notes: unknown[] }>('customers', 'show', who, ...args)).notes;

describe('customers note', () => {
  it('stands on the card, once however often it is said on a day', async () => {
    shop = await plainShop([ann, ben]);
    expect((await note('Ann Archer', 'wants the new harvest', '--kind', 'call')).stderr).toBe(
      'Ann Archer: noted as 1\n',
    );
    expect((await note('1', ' wants the new harvest', '--kind', 'call')).stderr).toContain('noted before as 1');
    await note('1', 'wants the new harvest', '--kind', 'call', '--as-of', '2026-07-02');
    await note('1', 'likes cups', '--kind', 'satisfaction', '--score', '9', '--as-of', '2026-07-03');
    expect(await notes('1', '--as-of', '2026-07-04')).toMatchObject([
      { note_id: 3, kind: 'satisfaction', text: 'likes cups', score: 9, day: '2026-07-03' },
      { note_id: 2, kind: 'call', day: '2026-07-02' },
      { note_id: 1, kind: 'call', text: 'wants the new harvest', day: '2026-07-01', noted_at: '2026-07-01T04:00:00Z' },
    ]);
    expect(await notes('1', '--as-of', '2026-06-30')).toEqual([]);
  });

  it('is not of a day to come', async () => {
    shop = await plainShop([ann]);
    const { status, stderr } = await note('1', 'called', '--as-of', '2026-08-01');
    expect([status, stderr]).toEqual([2, expect.stringContaining('2026-08-01 has not come yet')]);
    expect(await notes('1', '--as-of', '2026-08-01')).toEqual([]);
  });

  it('says who brought whom, on both cards', async () => {
    shop = await plainShop([ann, ben]);
    await note('1', '--kind', 'referral', '--referred', 'Ben Baker');
    expect(await shop.json('customers', 'show', '1')).toMatchObject({
      referred: [{ customer_id: 2, name: 'Ben Baker', day: '2026-07-01' }],
      referred_by: [],
    });
    expect(await shop.json('customers', 'show', '2')).toMatchObject({
      referred_by: [{ customer_id: 1, name: 'Ann Archer', day: '2026-07-01' }],
    });
    expect((await shop.regulars('customers', 'show', '2', '--lang', 'zh')).stdout).toContain('Ann Archer #1');
  });

  it('is removed by its number, of this customer alone', async () => {
    shop = await plainShop([ann, ben]);
    await note('1', 'a mistake');
    const before = await shop.dump();
    expect((await note('2', '--remove', '1')).status).toBe(1);
    expect((await note('1', '--remove', '1', '-n')).stderr).toContain('nothing was changed');
    expect(await shop.dump()).toBe(before);
    expect((await note('1', '--remove', '1', '--lang', 'zh')).stderr).toBe('Ann Archer：已删除备注 1\n');
    expect(await notes('1')).toEqual([]);
    const { status, stderr } = await note('1', '--remove', '1');
    expect([status, stderr]).toEqual([1, expect.stringContaining('has no note 1')]);
  });

  it('moves and returns with the one it is about', async () => {
    shop = await plainShop([ann, ben]);
    await note('2', 'left-handed');
    await shop.ingest([{ ...ann, email: 'ben@example.com', order_id: 'J-1' }]);
    expect(await notes('1')).toMatchObject([{ text: 'left-handed' }]);
    expect((await note('1', 'left-handed')).stderr).toContain('noted before');
    await shop.regulars('imports', 'undo', '2', '--yes');
    expect(await notes('1')).toEqual([]);
    expect(await notes('2')).toHaveLength(1);
  });

  it('leaves nothing that would join anybody when it is removed from whoever is known by other details now', async () => {
    shop = await plainShop([{ ...ann, order_id: 'J-1' }, ben]);
    await note('1', 'left-handed');
    await shop.ingest([{ order_id: 'J-1', status: 'completed', customer_name: 'Cy Carter', email: 'cy@example.com' }]);
    expect((await note('Cy Carter', '--remove', '1')).status).toBe(0);
    expect(await shop.json('doctor', '--ignore', 'backup_missing')).toEqual([]);
  });

  it('of a score or of somebody forgotten needs no text to be sound', async () => {
    shop = await plainShop([ann, ben]);
    await note('1', '--kind', 'satisfaction', '--score', '9');
    await note('1', '--kind', 'referral', '--referred', '2');
    expect((await shop.regulars('customers', 'forget', '2', '--yes')).status).toBe(0);
    expect(await notes('1')).toMatchObject([{ kind: 'referral', text: '', referred_id: null }, { score: 9 }]);
    expect(await shop.json('doctor', '--ignore', 'backup_missing')).toEqual([]);
  });

  it.each([
    [['x', '--kind', 'satisfaction'], 'needs --score'],
    [['x', '--score', '5'], '--score is of satisfaction alone'],
    [['x', '--kind', 'satisfaction', '--score', '11'], '--score cannot be "11"'],
    [['x', '--kind', 'referral'], 'whom they brought'],
    [['x', '--referred', '2'], '--referred is of a referral alone'],
    [['--kind', 'referral', '--referred', '1'], 'cannot have brought themselves'],
    [['  '], 'say what is to be noted'],
    [['x', '--kind', 'gossip'], 'gossip'],
    [['x', '--remove', '1'], 'nothing else can be said with it'],
    [['--remove', 'x'], '--remove takes the number of a note'],
  ])('does not take %j', async (args, sentence) => {
    shop = await plainShop([ann, ben]);
    const { status, stderr } = await note('1', ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
