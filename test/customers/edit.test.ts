/** What a seller says of a customer by hand. */
import { afterEach, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

const ann = { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601' };
const ben = { customer_name: 'Ben Baker', email: 'ben@example.com' };
let shop: PlainShop;
afterEach(() => shop.close());

const edit = (...args: string[]) => shop.regulars('customers', 'edit', ...args);
const show = (who: string, ...args: string[]) => shop.json<Record<string, unknown>>('customers', 'show', who, ...args);
const findings = async () => (await shop.regulars('doctor', '--json')).stdout;

describe('customers edit', () => {
  it('says each thing once, and what was known before changes nothing', async () => {
    shop = await plainShop([ann, ben]);
    const line = ['Ann Archer', '--birthday', '1990-5-20', '--gender', '女', '--language', 'ZH-cn'] as const;
    const { status, stderr } = await edit(...line, '--channel', 'wechat', '--every', '2m', '--set', 'tea=green');
    expect([status, stderr.trim()]).toEqual([
      0,
      'Ann Archer: birthday 1990-05-20, gender female, language Chinese (China), preferred channel wechat, ' +
        'at most one contact in 60 days, tea green',
    ]);
    expect(await show('1')).toMatchObject({
      birthday: '1990-05-20',
      gender: 'female',
      wishes: { language: 'zh-CN', channel: 'wechat', every_days: 60 },
      own_fields: { tea: 'green' },
    });
    const before = await shop.dump();
    expect((await edit(...line, '--set', 'tea=green')).stderr).toContain('known before; nothing changed');
    expect(await shop.dump()).toBe(before);
  });

  it('speaks Chinese', async () => {
    shop = await plainShop([ann]);
    const { stderr } = await edit(
      '1',
      '--birthday',
      '02-29',
      '--channel',
      'parcel',
      '--clear',
      'gender',
      '--lang',
      'zh',
    );
    expect(stderr.trim()).toBe('Ann Archer：生日 02-29, 首选渠道 随包裹');
    expect((await edit('1', '--every', 'never', '--lang', 'zh')).stderr).toContain('regulars suppress add 1');
  });

  it('is taken back with --clear, once', async () => {
    shop = await plainShop([ann]);
    await edit('1', '--birthday', '05-20', '--set', 'tea=green', '--set', 'size=large');
    expect((await edit('1', '--clear', 'birthday', '--clear', 'tea')).stderr).toContain(
      'birthday cleared, tea cleared',
    );
    expect(await show('1')).toMatchObject({ birthday: null, own_fields: { size: 'large' } });
    expect((await edit('1', '--clear', 'tea')).stderr).toContain('nothing changed');
  });

  it('holds from when it was said', async () => {
    shop = await plainShop([ann]);
    await edit('1', '--language', 'de', '--as-of', '2026-06-10');
    await edit('1', '--language', 'fr', '--as-of', '2026-06-20');
    const language = async (day: string) => (await show('1', '--as-of', day))['wishes'];
    expect(await language('2026-06-09')).toMatchObject({ language: null });
    expect(await language('2026-06-15')).toMatchObject({ language: 'de' });
    expect(await language('2026-06-25')).toMatchObject({ language: 'fr' });
  });

  it('changes nothing in a dry run', async () => {
    shop = await plainShop([ann]);
    const before = await shop.dump();
    expect((await edit('1', '--name', 'Annie', '-n')).stderr).toContain('nothing was changed');
    expect(await shop.dump()).toBe(before);
  });

  it.each([
    [['--birthday', '1990-13-01'], '--birthday cannot be "1990-13-01"; it takes a day that has been'],
    [['--birthday', '2099-01-01'], '05-20 where the year is not known'],
    [['--birthday', '02-30'], '--birthday cannot be'],
    [['--gender', 'x'], 'it takes female, male or other'],
    [['--language', 'green'], 'the code of a language: en, zh-CN, pt-BR'],
    [['--channel', 'fax'], 'sms, email, phone, wechat, post or parcel'],
    [['--every', 'never'], 'regulars suppress add 1'],
    [['--every', '0d'], '--every cannot be "0d"'],
    [['--name', ' '], '--name cannot be'],
    [['--set', 'tea'], '"tea" is not of the form FIELD=VALUE'],
    [['--set', 'tea='], 'not of the form'],
    [['--set', 'name=Ann'], 'it has the option --name'],
    [['--clear', 'tea'], 'there are name, birthday, gender, language, channel, every'],
    [['--gender', 'f', '--clear', 'gender'], 'gender is given twice'],
    [[], 'say what to change'],
  ])('does not take %j', async (args, sentence) => {
    shop = await plainShop([ann]);
    const { status, stderr } = await edit('1', ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('a name given by hand', () => {
  it('is the customer’s everywhere, and the names on orders still find them', async () => {
    shop = await plainShop([ann, ben]);
    await edit('Ann Archer', '--name', 'Aunt Ann');
    for (const who of ['aunt ann', 'ann archer'])
      expect(await show(who)).toMatchObject({ customer_id: 1, name: 'Aunt Ann' });
    const { stdout } = await shop.regulars('customers', 'list', '--columns', 'name', '--csv');
    expect(stdout).toContain('"Aunt Ann"');
    expect(JSON.parse(await findings())).toEqual([]);
    await edit('1', '--clear', 'name');
    expect(await show('1')).toMatchObject({ name: 'Ann Archer' });
  });

  it('is asked about where another customer has the name that orders gave', async () => {
    shop = await plainShop([ann, { customer_name: 'Ann Archer', email: 'other@example.com' }]);
    await edit('1', '--name', 'Aunt Ann');
    expect((await shop.regulars('customers', 'show', 'Ann Archer')).stderr).toContain('any of these customers: 1, 2');
  });

  it('stays through further orders, a rebuild, and comes along when two turn out to be one', async () => {
    shop = await plainShop([ann, ben]);
    await edit('2', '--name', 'Benny', '--set', 'tea=green');
    await shop.ingest([{ ...ben, order_id: 'B-2' }]);
    expect(await show('2')).toMatchObject({ name: 'Benny' });
    await shop.ingest([{ ...ann, email: 'ben@example.com', order_id: 'J-1' }]);
    expect(await show('2')).toMatchObject({ customer_id: 1, name: 'Benny', own_fields: { tea: 'green' } });
    const before = await shop.dump();
    await shop.regulars('rebuild');
    expect(await shop.dump()).toBe(before);
    expect(JSON.parse(await findings())).toEqual([]);
    await shop.regulars('imports', 'undo', '3', '--yes');
    expect(await show('1')).toMatchObject({ name: 'Ann Archer', own_fields: {} });
    expect(await show('2')).toMatchObject({ name: 'Benny' });
  });
});
