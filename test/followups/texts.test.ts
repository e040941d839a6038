/** What a follow-up says to whom, and which is kept back. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { shippedNamed } from '../../src/followups/plays/shipped.ts';
import { messageFor } from '../../src/followups/writing/chosen.ts';
import { render } from '../../src/texts/template.ts';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { run } from '../helpers/run.ts';
import { HAND, linesOf, named, weekShop } from './week.ts';

let shop: PlainShop;
afterEach(() => shop.close());

/** The play with one message, and a policy before it. */
const saying = (text: string, policy = '', more = ''): string =>
  `${policy}\n${named('week', more).split('\n[[play.messages]]')[0] ?? ''}\n[[play.messages]]\n${text}\n`;
const message = (text: string, more = '') => `${more}\ntext = '''${text}'''`;
const texts = (name = 'sms.csv') => linesOf(shop, name).map(({ text }) => text);

describe('a text', () => {
  it('is in the language of the customer, else of the policy, else of the place', async () => {
    shop = await weekShop(['Ann Archer', 'Ben Baker']);
    await shop.regulars('customers', 'edit', 'Ben Baker', '--language', 'en');
    await shop.regulars(...HAND, 'sms.csv');
    expect(texts()).toEqual([
      '【Hillside】Ann Archer，Hillside有新茶，欢迎来看看。拒收请回复R',
      '【Hillside】Hello Ben Baker, there is new tea at Hillside. 拒收请回复R',
    ]);
    shop.close();
    shop = await weekShop(['Ann Archer'], `[policy]\nlanguage = "en"\n${named('week', '')}`);
    await shop.regulars(...HAND, 'sms.csv');
    expect(texts()[0]).toContain('Hello Ann Archer');
  });

  it('is signed and ended as the provider of the policy has it, and counted at its price', async () => {
    const policy = '[policy.sms]\nprovider = "china"\nsignature = "山间茶铺"\nprice_per_part = "0.045"';
    shop = await weekShop(['Ann Archer'], saying(message('您好，{{ last_items }}'.padEnd(90, '茶')), policy));
    const { stderr } = await shop.regulars(...HAND, 'sms.csv');
    expect(linesOf(shop, 'sms.csv')[0]).toMatchObject({ parts: '2', cost: '0.090' });
    expect(texts()[0]).toMatch(/^【山间茶铺】您好，Green tea茶+，拒收请回复R$/);
    expect(stderr).toContain('2 parts for 0.090 CNY');
  });

  it('has no signature where the provider puts it there, and is counted with it', async () => {
    const policy = '[policy.sms]\nprovider = "tencent"';
    shop = await weekShop(['Ann Archer'], saying(message('茶'.repeat(60)), policy));
    expect(await shop.json('followup', 'today')).toMatchObject([
      { subject: null, say: `${'茶'.repeat(60)}，拒收请回复R` },
    ]);
    const { stderr } = await shop.regulars(...HAND, 'sms.csv');
    expect(linesOf(shop, 'sms.csv')[0]).toMatchObject({
      text: `${'茶'.repeat(60)}，拒收请回复R`,
      parts: '2',
    });
    expect(stderr).toContain('2 parts\nthe provider puts the signature 【Hillside】 in front; the texts are written');
  });

  it('knows the order, the shop and the products', async () => {
    const all =
      '{{ order_number }} {{ shop }} {{ product }} {{ last_items }} {{ number_of_orders }} {{ amount_spent }}';
    shop = await weekShop(['Ann Archer'], saying(message(`${all} {{ day }} {{ last_order_date }}`, 'language = "en"')));
    await shop.regulars(...HAND, 'sms.csv');
    expect(texts()[0]).toContain('1001 Hillside Green tea Green tea 1 CNY 100 1 July 2026 24 June 2026');
  });

  it('names a festival in the language of the text', async () => {
    const play = saying(message('{{ festival }}快乐', 'language = "zh"')).replace(
      /trigger = .*/,
      'trigger = { on = "festival", festival = "qixi", lead_days = 1 }',
    );
    shop = await weekShop(['Ann Archer'], play);
    await shop.on('2026-08-18', ...HAND, 'sms.csv');
    expect(texts()).toEqual(['【Hillside】七夕快乐，拒收请回复R']);
  });

  it('of an e-mail has a subject, and lines, without what a text message has', async () => {
    const mail = saying(message('Hello {{ name }},\n\nsee you', 'subject = "News of {{ shop }}"'));
    shop = await weekShop(['Ann Archer'], mail.replace('["sms"]', '["email"]'), undefined, {
      email: 'ann@example.com',
    });
    await shop.regulars('followup', 'handover', '--channel', 'email', '--to', 'mail.csv');
    const [line] = linesOf(shop, 'mail.csv');
    expect(line).toMatchObject({
      email: 'ann@example.com',
      subject: '【广告】News of Hillside',
      text: 'Hello Ann Archer,\n\nsee you\n\n如不想再收到此类邮件，请直接回复“退订”。',
    });
    expect(line).not.toHaveProperty('parts');
  });

  describe('of an e-mail tells how to get no more of them', () => {
    const mailed = async (
      policy: string,
      kind: string,
      text: string,
      ...edit: string[]
    ): Promise<string | undefined> => {
      const play = saying(message(text, 'subject = "News"'), policy).replace('["sms"]', '["email"]');
      const asked = play.replace('kind = "promotion"', `kind = "${kind}"`);
      shop = await weekShop(['Ann Archer'], asked, undefined, { email: 'ann@example.com' });
      await shop.regulars('customers', 'edit', 'Ann Archer', ...edit);
      const [row] = await shop.json<{ text: string }[]>('play', 'show', 'week', '--preview');
      const subject = kind === 'promotion' ? 'AD: News' : 'News';
      expect(await shop.json('followup', 'today')).toMatchObject([{ subject, say: row?.text }]);
      await shop.regulars('followup', 'handover', '--channel', 'email', '--to', 'mail.csv');
      expect(texts('mail.csv')).toEqual([row?.text]);
      return row?.text;
    };
    const english = ['--language', 'en'];

    it.each([
      ['promotion', 'Tea', 'Tea\n\nIf you would rather not get e-mails like this one, reply with "unsubscribe".'],
      ['promotion', 'Tea. Unsubscribe: hillside.example', 'Tea. Unsubscribe: hillside.example'],
      ['care', 'Happy birthday', 'Happy birthday'],
      ['service', 'Your tea is on its way', 'Your tea is on its way'],
    ])('where it is %s: %s', async (kind, text, whole) => {
      expect(await mailed('', kind, text, ...english)).toBe(whole);
    });

    it('in the words of the policy, or not at all', async () => {
      const line = 'Unsubscribe: {{ link }}\nHillside, 1 Hill Road, Leeds';
      const policy = `[policy.email]\nunsubscribe = { en = ${JSON.stringify(line)} }`;
      expect(await mailed(policy, 'promotion', 'Tea', ...english)).toBe(`Tea\n\n${line}`);
      shop.close();
      expect(await mailed('[policy.email]\nopt_out = false', 'promotion', 'Tea', ...english)).toBe('Tea');
    });
  });
});

describe('a preview', () => {
  const show = (...args: string[]) =>
    shop.json<Record<string, unknown>[]>('play', 'show', 'week', '--preview', ...args);

  it('is of those it comes to, and writes nothing', async () => {
    shop = await weekShop(['Ann Archer', 'Ben Baker']);
    const dump = await shop.dump();
    const [first, ...others] = await show();
    expect(first).toMatchObject({
      name: 'Ann Archer',
      day: '2026-07-01',
      channel: 'sms',
      language: 'zh',
      parts: 1,
      findings: [],
    });
    expect(first?.['text']).toBe('【Hillside】Ann Archer，Hillside有新茶，欢迎来看看。拒收请回复R');
    expect(others.map(({ name }) => name)).toEqual(['Ben Baker']);
    expect(await show('--limit', '1')).toHaveLength(1);
    expect(await shop.dump()).toBe(dump);
  });

  it('is of anybody who is named, and tells what would keep the text back', async () => {
    shop = await weekShop(['Ann Archer'], saying(message('{{ order_number }} {{ product }} {{ city }}')));
    await shop.regulars(...HAND, 'sms.csv');
    expect(await show('--as-of', '2026-09-01')).toEqual([]);
    const [row] = await show('--as-of', '2026-09-01', '--customer', 'Ann Archer');
    expect(row).toMatchObject({
      day: '2026-09-01',
      text: '【Hillside】1001 Green tea. 拒收请回复R',
      findings: ['text has an error: city is not known, and nothing stands in its place'],
    });
  });

  it('shows the lines of a text as one on a terminal', async () => {
    shop = await weekShop(
      ['Ann Archer'],
      saying(message('Hello,\n\nsee you', 'subject = "News"')).replace('["sms"]', '["email"]'),
      undefined,
      { email: 'ann@example.com' },
    );
    const { stdout } = await run(['--db', shop.db, '--as-of', '2026-07-01', 'play', 'show', 'week', '--preview'], {
      cwd: shop.folder,
      tty: { stdout: true, columns: 160 },
    });
    expect(stdout).toContain('Hello, ⏎ see you ⏎ ');
  });

  it('is asked for by its name', async () => {
    shop = await weekShop(['Ann Archer']);
    expect((await shop.regulars('play', 'show', 'week', '--limit', '1')).status).toBe(2);
  });
});

describe('what stays out of a file', () => {
  it('is a text that lacks a value, and it is told whose', async () => {
    shop = await weekShop(['Ann Archer', 'Ben Baker'], saying(message('{{ birthday }}，您好')));
    await shop.regulars('customers', 'edit', 'Ann Archer', '--birthday', '05-12');
    const { status, stderr } = await shop.regulars(...HAND, 'sms.csv');
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /1 kept out of week: text has an error: birthday is not known, and nothing stands in its place \([a-z2-9]{8}\)/,
    );
    expect(texts()).toEqual(['【Hillside】5月12日，您好，拒收请回复R']);
  });

  it('comes another day, when it is mended', async () => {
    shop = await weekShop(['Ann Archer'], saying(message('{{ city }}的您')));
    const { status, stderr } = await shop.regulars(...HAND, 'sms.csv', '-q');
    expect([status, stderr]).toEqual([3, expect.stringContaining('city is not known')]);
    expect(existsSync(join(shop.folder, 'sms.csv'))).toBe(false);
    writeFileSync(join(shop.folder, 'mended.toml'), saying(message('您好')));
    await shop.regulars('play', 'apply', 'mended.toml', '--yes');
    expect((await shop.regulars(...HAND, 'sms.csv')).status).toBe(0);
    expect(texts()).toHaveLength(1);
  });

  it('is nothing for a warning, which is told', async () => {
    shop = await weekShop(['Ann Archer'], saying(message('您好😀')));
    const { status, stderr } = await shop.regulars(...HAND, 'sms.csv');
    expect([status, stderr]).toEqual([0, expect.stringContaining('week: 😀 may not arrive (1 text)')]);
  });
});

describe('names of products', () => {
  const item = 'Jade Spring green tea - a tin of 250 g';

  it.each(['usage_tip', 'replenishment', 'review'])('are cut by %s in text messages alone', async (name) => {
    const play = shippedNamed(name);
    if (!play) throw new Error(`no play ${name}`);
    for (const language of ['en', 'zh'] as const)
      for (const channel of play.channels) {
        const found = messageFor(play.messages, channel, language);
        const { text } = await render(found?.text ?? '', { product: item }, { language, oneLine: true });
        expect([language, channel, text.includes(item), text.includes('…')]).toEqual([
          language,
          channel,
          channel !== 'sms',
          channel === 'sms',
        ]);
      }
  });
});
