/** Templates: what is told of a wrong one, and what a right one comes to. */
import { describe, expect, it } from 'vitest';
import { FILTERS } from '../../src/texts/liquid.ts';
import { TemplateError } from '../../src/texts/template-problem.ts';
import { checkTemplate, render } from '../../src/texts/template.ts';
import { EXAMPLES, type TextValues } from '../../src/texts/text-fields.ts';

const problemsOf = async (text: string) =>
  (await checkTemplate(text)).problems.map(
    ({ code, line, column, words, nearest }) =>
      `${code} ${line}:${column} ${words}${nearest === undefined ? '' : ` > ${nearest}`}`,
  );
const say = (text: string, values: TextValues = EXAMPLES, language: 'en' | 'zh' = 'zh') =>
  render(text, values, { language, oneLine: true });

describe('a template with a mistake', () => {
  it.each([
    ['{{ nmae }}', 'unknown_field 1:4 nmae > name'],
    ['Hi\n  {{ salutaion }}', 'unknown_field 2:6 salutaion > salutation'],
    ['{{ customer.name }}', 'unknown_field 1:4 customer.name > name'],
    ['{{ 称 }}', 'unknown_field 1:4 称'],
    ['{% if nmae %}x{% endif %}', 'unknown_field 1:7 nmae > name'],
    ['{{ nmae | default: "x" }}', 'unknown_field 1:4 nmae > name'],
    ['{{ constructor }}', 'unknown_field 1:4 constructor'],
    ['{{ __proto__ }}', 'unknown_field 1:4 __proto__'],
    ['{{ name.length }}', 'no_parts 1:4 name.length'],
    ['{{ name["constructor"] }}', 'no_parts 1:4 name.constructor'],
    ['{% assign x = name %}{{ x.constructor }}', 'no_parts 1:25 x.constructor'],
    ['{% assign constructor = name %}{{ constructor.y }}', 'no_parts 1:35 constructor.y'],
    ['a {{ name | upcsae }}', 'unknown_filter 1:13 upcsae > upcase'],
    ['{{ name | json }}', 'unknown_filter 1:11 json'],
    ['{{ last_items | sample }}', 'unknown_filter 1:17 sample'],
    ['{% fi name %}x{% endif %}', 'unknown_tag 1:1 fi > if'],
    ['{% include "/etc/hostname" %}', 'refused_tag 1:1 include'],
    ['{% render "/etc/hostname" %}', 'refused_tag 1:1 render'],
    ['{% layout "/etc/hostname" %}', 'refused_tag 1:1 layout'],
    ['{% block a %}{% endblock %}', 'refused_tag 1:1 block'],
    ['x{% endif %}', 'stray_tag 1:2 endif'],
    ['{% else %}', 'stray_tag 1:1 else'],
    ['Dear {{ name', 'unclosed 1:6 {{ name'],
    ['\n{% if name %}x', 'unclosed 2:1 {% if name %}'],
    ['{{ }}', 'unreadable 1:4 '],
    ['{% for i in (1..100000000) %}x{% endfor %}', 'too_much 1:1 {% for i in (1..100000000) %}'],
  ])('%s', async (text, told) => {
    expect(await problemsOf(text)).toEqual([told]);
  });

  it('may be as long as a letter, and not endless', async () => {
    expect(await problemsOf('x'.repeat(20_000))).toEqual([]);
    expect(await problemsOf('x'.repeat(20_001))).toEqual([`too_much 1:1 ${'x'.repeat(39)}…`]);
  });

  it('tells of every unknown field, in the order of the text', async () => {
    expect(await problemsOf('{{ nmae }}\n{{ ctiy }} {{ nmae }} {{ city }}')).toEqual([
      'unknown_field 1:4 nmae > name',
      'unknown_field 2:4 ctiy > city',
      'unknown_field 2:15 nmae > name',
    ]);
  });

  it('tells of the signs of a Chinese keyboard and which to type', async () => {
    expect(await problemsOf('你好，{{ 称呼｜default：“亲” }}：')).toEqual([
      'wide_sign 1:9 ｜ > |',
      'wide_sign 1:17 ： > :',
      'wide_sign 1:18 “ > "',
      'wide_sign 1:20 ” > "',
    ]);
    expect(await problemsOf('｛｛称呼｝｝')).toHaveLength(4);
    expect(await problemsOf('{{ 称呼 | default: "亲：“您”" }}，“您好”')).toEqual([]);
  });

  it('is not rendered', async () => {
    await expect(say('{{ nmae }}')).rejects.toThrow(TemplateError);
    await expect(say('{{ nmae }}')).rejects.toThrow('unknown_field at 1:4');
    await expect(say('{% for i in (1..100000000) %}x{% endfor %}')).rejects.toThrow('too_much');
  });
});

it('tells which fields a template names, wherever it does', async () => {
  const { fields, problems } = await checkTemplate(
    '{% if 等级 == "金卡" %}{{ last_items | first }}{% else %}{{ shop | append: city }}{% endif %}',
  );
  expect({ fields, problems }).toEqual({ fields: ['city', 'last_items', 'level', 'shop'], problems: [] });
});

describe('what a template comes to', () => {
  it.each([
    ['{{ 称呼 }}您好', '周女士您好'],
    ['{{ amount_spent }}', '1,288.50元'],
    ['{{ amount_spent | divided_by: 2 | round: 2 }}', '644.25'],
    ['{% if amount_spent > 1288 and amount_spent < 1289 %}yes{% endif %}', 'yes'],
    ['{{ amount_spent | default: "-" }}', '1,288.50元'],
    ['{{ last_order_date }}', '2026年5月20日'],
    ['{{ last_order_date | date: "%m/%d" }}', '05/20'],
    ['{% if last_order_date < "2026-06-01" %}yes{% endif %}', 'yes'],
    ['{{ "now" | date: "%Y-%m-%d" }} {{ "today" | date: "%d" }}', '2026-07-01 01'],
    ['{{ birthday | date: "%-d %B" }}', '12 May'],
    ['{{ last_items }}', '明前龙井、玻璃公道杯'],
    ['{{ last_items | first }}等{{ last_items | size }}件', '明前龙井等2件'],
    ['{% for item in last_items %}{{ forloop.index }}.{{ item }};{% endfor %}', '1.明前龙井;2.玻璃公道杯;'],
    ['{{ name | size }}', '3'],
    ['{% if name contains "小" %}yes{% endif %}', 'yes'],
    ['{% case level %}{% when "银卡" %}S{% endcase %}', 'S'],
    ['{% assign when = last_order_date %}{{ when }}', '2026年5月20日'],
    ['{% capture who %}{{ name }}!{% endcapture %}{{ who }}', '周小茶!'],
    ['{{ number_of_orders | plus: 1 }}', '6'],
  ])('%s: %s', async (template, text) => {
    expect(await say(template)).toMatchObject({ text, missing: [] });
  });

  it('says where the values stand, and of which fields', async () => {
    expect(await say('{{ 称呼 | default: "亲" }}，{{ product | upcase }}到{{ city }}了')).toEqual({
      text: '周女士，明前龙井到杭州市了',
      told: { salutation: '周女士', product: '明前龙井', city: '杭州市' },
      missing: [],
    });
  });

  it('is in the language of the message', async () => {
    expect((await say('{{ day }}: {{ amount_spent }}', EXAMPLES, 'en')).text).toBe('1 July 2026: CNY 1,288.50');
  });

  it('is the same in every time zone', async () => {
    const zone = process.env['TZ'];
    for (const other of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env['TZ'] = other;
      expect((await say('{{ day }} {{ day | date: "%Y-%m-%d %H:%M" }}')).text).toBe('2026年7月1日 2026-07-01 00:00');
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('is one line of a text message, with no blank between Chinese; else its lines stay', async () => {
    const template = '您好，\n{{ name }}\r\n  welcome  to\nHangzhou \n\n';
    expect((await say(template)).text).toBe('您好，周小茶 welcome to Hangzhou');
    expect((await render(template, EXAMPLES, { language: 'zh', oneLine: false })).text).toBe(
      '您好，\n周小茶\n  welcome  to\nHangzhou',
    );
  });

  it('takes no template from a value', async () => {
    expect((await say('{{ name }}', { name: '{{ city }}{% if x %}', city: 'Bath' })).text).toBe('{{ city }}{% if x %}');
  });
});

describe('a field of which nothing is known', () => {
  it.each([
    ['{{ name }}', '', ['name']],
    ['亲爱的{{ 称呼 }}，', '亲爱的，', ['salutation']],
    ['{{ name | append: "您好" }}', '您好', ['name']],
    ['{{ "亲爱的" | append: name }}', '亲爱的', ['name']],
    ['{{ name | append: city }}', '', ['name', 'city']],
    ['{{ last_order_date | date: "%m" }}', '', ['last_order_date']],
    ['{{ amount_spent | plus: 3 }}', '3', ['amount_spent']],
    ['{{ last_items | join: "+" }}', '', ['last_items']],
    ['{% assign x = name %}{{ x }}', '', ['name']],
    ['{% capture x %}{{ name }}{% endcapture %}', '', ['name']],
    ['{{ name | default: city }}', '', ['city']],
    // Something else stands there, or nothing is to.
    ['{{ name | default: "亲" }}', '亲', []],
    ['{{ name | upcase | default: "亲" }}', '亲', []],
    ['{% if name %}{{ name }}{% else %}亲{% endif %}', '亲', []],
    ['{% unless name %}亲{% endunless %}', '亲', []],
    ['{% if name == blank %}blank{% endif %}{% if name == nil %} nil{% endif %}', 'blank nil', []],
    ['{% for item in last_items %}{{ item }}{% endfor %}', '', []],
    ['{% if amount_spent > 5 %}much{% endif %}', '', []],
  ])('%s: "%s", missing %j', async (template, text, missing) => {
    expect(await say(template, {})).toMatchObject({ text, told: {} });
    expect((await say(template, {})).missing.toSorted()).toEqual([...missing].toSorted());
  });

  it('is one that is null, empty, or blank and control signs alone', async () => {
    for (const name of [null, '', '  ', '\u0000\n'])
      expect((await say('{{ name }}', { name })).missing, JSON.stringify(name)).toEqual(['name']);
    expect((await say('{{ last_items }}', { last_items: ['', ' '] })).missing).toEqual(['last_items']);
    expect((await say('{{ number_of_orders }}', { number_of_orders: 0 })).text).toBe('0');
  });

  it.each(FILTERS.filter((name) => name !== 'default'))('is told of behind %s', async (filter) => {
    const { text, missing } = await say(`{{ name | ${filter}: ${filter.startsWith('replace') ? '1, 1' : '1'} }}`, {});
    expect(missing).toEqual(['name']);
    expect(text).not.toMatch(/null|undefined|object/);
  });
});
