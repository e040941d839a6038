/** What stands on the card beside measures and orders. */
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';
import { run } from '../helpers/run.ts';

const ann = { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601', accepts_marketing: 'yes' };
let shop: PlainShop;

beforeAll(async () => {
  shop = await plainShop([
    ...Array.from({ length: 7 }, (_, month) => ({
      ...ann,
      order_date: `2026-0${Math.min(6, month + 1)}-1${month} 10:00`,
    })),
    { customer_name: 'Ben Baker', email: 'ben@example.com', phone: '13912345602', order_date: '2026-06-29 10:00' },
    { customer_name: 'Ann Archer-Hill', email: 'ann@example.com', order_date: '2026-01-02 10:00' },
  ]);
  const say = async (...args: string[]) => {
    const { status, stderr } = await shop.regulars(...args);
    if (status !== 0) throw new Error(stderr);
  };
  await say('customers', 'edit', '1', '--channel', 'phone', '--every', '60d', '--language', 'de', '--set', 'tea=green');
  await say('customers', 'note', '1', '--kind', 'referral', '--referred', '2');
  for (const score of [1, 2, 3, 4, 5, 6])
    await say('customers', 'note', '1', `visit ${score}`, '--kind', 'satisfaction', '--score', String(score));
  await say('tag', 'add', 'spring', '--customer', '1', '--reason', 'first harvest', '--expires', '2026-12-31');
  await say('consent', 'set', '1', 'sms', 'granted');
  await say('suppress', 'add', 'ann@example.com', '--reason', 'asked to stop');
});
afterAll(() => shop.close());

const screen = async (who: string, ...args: string[]) =>
  (
    await run(['--db', shop.db, '--as-of', '2026-07-01', '--color', 'never', 'customers', 'show', who, ...args], {
      tty: { stdout: true, columns: 80 },
    })
  ).stdout;

describe('the card', () => {
  it('says what must be known before somebody is contacted', async () => {
    const card = await screen('1');
    for (const line of [
      /^also named +Ann Archer-Hill$/m,
      /^own fields +tea: green$/m,
      /^tags +spring \(first harvest; until 2026-12-31\)$/m,
      /^consent +email granted \(order 1007, 2026-06-16\)$/m,
      /^ +sms granted \(by hand, 2026-07-01\)$/m,
      /^wishes +by phone, at most one contact in 60 days, reads German$/m,
      /^never by +email: asked to stop \(2026-07-01\)$/m,
      /^referred +Ben Baker #2$/m,
    ])
      expect(card).toMatch(line);
    expect(await screen('2')).toMatch(/^referred by +Ann Archer #1$/m);
  });

  it.each(['en', 'zh'])('fits 80 columns in %s', async (language) => {
    const card = await screen('1', '--lang', language, '--all');
    for (const line of card.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    expect(card).toContain(language === 'zh' ? '待跟进' : 'Due');
  });

  it('cuts long lists, and says how to see all of them', async () => {
    const card = await screen('1');
    const more = /^3 more: regulars customers show 1 --all --db /m;
    expect(card).toMatch(more);
    expect(card.slice(card.indexOf('Notes')).match(/^ *\d+ +2026/gm)).toHaveLength(5);
    const whole = await screen('1', '--all');
    expect(whole).not.toContain('more: regulars');
    expect(whole.slice(whole.indexOf('Notes')).match(/^ *\d+ +2026/gm)).toHaveLength(7);
    expect((await shop.json<{ notes: unknown[] }>('customers', 'show', '1')).notes).toHaveLength(7);
  });

  it('says what is due to this customer, as the plan does', async () => {
    type Due = { due: { play: string; state: string; day: string; channel: string; reason: string | null }[] };
    const { due } = await shop.json<Due>('customers', 'show', 'Ben Baker');
    const plan = await shop.json<{ play: string; day: string; name: string; channel: string }[]>(
      'followup',
      'plan',
      '--days',
      '15',
    );
    expect(due.filter(({ state }) => state === 'planned')).toMatchObject(
      plan.filter(({ name }) => name === 'Ben Baker').map(({ play, day, channel }) => ({ play, day, channel })),
    );
    expect(await screen('Ben Baker')).toMatch(
      /^2026-07-01 +thank_you +wechat +first order Hillside\/1008 on 2026-06-29$/m,
    );
    await shop.regulars('consent', 'set', '2', 'sms', 'refused');
    await shop.regulars('consent', 'set', '2', 'email', 'refused');
    await shop.regulars('consent', 'set', '2', 'phone', 'refused');
    expect(await screen('Ben Baker')).toContain('left out: refused to be contacted');
  });

  it('says when somebody was merged or split by hand, while that holds', async () => {
    const shop = await plainShop([
      ann,
      { customer_name: 'Ben Baker', email: 'ben@example.com', order_date: '2026-06-01 10:00' },
    ]);
    const overrides = async () => (await shop.json<{ overrides: unknown[] }>('customers', 'show', '1')).overrides;
    expect(await overrides()).toEqual([]);
    await shop.regulars('customers', 'merge', 'Ann Archer', 'Ben Baker', '--reason', 'twins');
    expect(await overrides()).toMatchObject([{ override_id: 1, kind: 'merge', reason: 'twins' }]);
    await shop.regulars('customers', 'undo', '1');
    expect(await overrides()).toEqual([]);
    shop.close();
  });
});

describe('a wish', () => {
  it('decides the channel and how often a follow-up comes', async () => {
    const shop = await plainShop([{ ...ann, order_date: '2026-06-29 10:00' }]);
    type Row = { play: string; channel: string; day: string; deferred_by: string | null };
    const plan = async () => shop.json<Row[]>('followup', 'plan', '--days', '60');
    expect(await plan()).toMatchObject([
      { play: 'thank_you', channel: 'sms', day: '2026-07-01' },
      { play: 'second_order_7', channel: 'sms', day: '2026-07-06' },
    ]);
    await shop.regulars('customers', 'edit', '1', '--channel', 'email', '--every', '10d');
    expect(await plan()).toMatchObject([
      { play: 'thank_you', channel: 'email', day: '2026-07-01' },
      { play: 'second_order_7', channel: 'email', day: '2026-07-11', deferred_by: 'wish' },
    ]);
    await shop.regulars('customers', 'edit', '1', '--clear', 'every', '--channel', 'wechat');
    expect(await plan()).toMatchObject([{ channel: 'wechat' }, { channel: 'sms', day: '2026-07-06' }]);
    shop.close();
  });
});
