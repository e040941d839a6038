/** What is found in texts: where, how bad, and by whose rule. */
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/contacts/channels.ts';
import { compose } from '../../src/texts/compose.ts';
import { lint } from '../../src/texts/lint.ts';
import { providerNamed } from '../../src/texts/providers/providers.ts';
import { render } from '../../src/texts/template.ts';
import type { TextValues } from '../../src/texts/text-fields.ts';

/** One line for each finding: level code "words" place > wanted. */
async function findings(template: string, name: string, kind: Kind, values: TextValues = {}, signature = '山间茶铺') {
  const provider = name === '-' ? null : (providerNamed(name) ?? expect.fail(name));
  const rendered = await render(template, values, { language: 'zh', oneLine: true });
  const composed = compose(rendered.text, { kind, provider, signature });
  return lint({ composed, rendered, template }, { kind, provider });
}
const told = async (...args: Parameters<typeof findings>) =>
  (await findings(...args)).map(
    ({ code, level, words, at, wanted }) =>
      `${level} ${code} "${words}"${at === null ? '' : ` @${at}`}${wanted === undefined ? '' : ` > ${wanted}`}`,
  );

it.each([
  ['aliyun', 'promotion', '亲爱的会员，明前龙井到货，欢迎品尝'],
  ['aliyun', 'care', '尊敬的会员，生日快乐'],
  ['aliyun', 'service', '您的订单已发出，请留意收货'],
  ['tencent', 'promotion', '新茶到货，全场八折'],
  ['qiniu', 'promotion', '新茶到货，满100减20'],
  ['taobao', 'promotion', '新茶到货，欢迎选购'],
  ['china', 'promotion', '新茶到货，退订回N'],
  ['us', 'promotion', 'New tea is in: 20% off this week'],
  ['eu-uk', 'service', 'Your tea is on its way: https://hillside.example.com/t/1'],
  ['default', 'care', 'How was the tea?'],
  ['-', 'promotion', '【新茶】到货😀，全场八折 ¥99'],
] as const)('%s takes for %s: %s', async (provider, kind, text) => {
  expect(await told(text, provider, kind)).toEqual([]);
});

describe('refused', () => {
  it.each<[string, string, Kind, string[]]>([
    ['新茶到了 回T退订', 'tencent', 'promotion', ['error opt_out_wording "回T退订" @11 > 拒收请回复R']],
    ['新茶到了 拒收请回复r', 'tencent', 'promotion', ['error opt_out_wording "拒收请回复r" @11 > 拒收请回复R']],
    ['拒收请回复Ｒ', 'tencent', 'promotion', ['error opt_out_wording "拒收请回复Ｒ" @6 > 拒收请回复R']],
    ['拒收请回复R。新茶', 'tencent', 'promotion', ['error opt_out_not_last "拒收请回复R" @6 > 拒收请回复R']],
    [
      '新茶，退订回T，拒收请回复R',
      'taobao',
      'promotion',
      ['warning opt_out_not_last "退订回T" @9 > 拒收请回复R', 'error opt_out_twice "拒收请回复R" @14'],
    ],
    ['您的茶已发出，拒收请回复R', 'aliyun', 'service', ['error opt_out_in_service "拒收请回复R" @13']],
    [
      '茶已发出，下单立享8.5折优惠',
      'aliyun',
      'service',
      [
        'error promotion_in_service "下单立" @11',
        'error promotion_in_service "8.5折" @15',
        'error promotion_in_service "优惠" @19',
      ],
    ],
    ['Sent. 10% off your next order', 'us', 'service', ['warning promotion_in_service "10% off" @12']],
    ['新茶到货', 'aliyun', 'promotion', ['warning no_greeting "" > 会员', 'error promotion_in_service']],
    ['【新茶】到了', 'tencent', 'service', ['error brackets_in_body "【" @6', 'error brackets_in_body "】" @9']],
    ['茶 ¥99 ★', 'tencent', 'service', ['error forbidden_sign "¥" @8', 'error forbidden_sign "★" @12']],
    ['茶&杯 √', 'tencent', 'service', ['error forbidden_sign "&" @7', 'error forbidden_sign "√" @10']],
    ['电话１２', 'qiniu', 'service', ['warning forbidden_sign "１" @8', 'warning forbidden_sign "２" @9']],
    ['茶→杯', 'qiniu', 'service', ['error forbidden_sign "→" @7']],
    [
      '请加微信，好评返现',
      'tencent',
      'service',
      ['加微信', '好评', '返现'].map((word) => `error forbidden_word "${word}"`),
    ],
    ['请加qq', 'tencent', 'service', ['error forbidden_word "加qq" @7']],
    ['茶到了😀', 'tencent', 'service', ['warning emoji "😀" @9']],
    ['茶到了❤️', 'qiniu', 'service', ['warning emoji "❤️" @9']],
    ['{{ name }}您好', 'tencent', 'service', ['error missing_value "name"']],
    ['', 'tencent', 'service', ['error nothing_said ""']],
    [
      '${name}您好{1}，#code#',
      'china',
      'service',
      ['${name}', '{1}', '#code#'].map((words) => `error leftover "${words}"`),
    ],
  ])('%s by %s for %s', async (text, provider, kind, expected) => {
    const all = await told(text, provider, kind);
    const wanted = expected.filter((line) => line !== 'error promotion_in_service');
    expect(all).toHaveLength(wanted.length);
    for (const line of wanted)
      expect(
        all.some((found) => found.startsWith(line)),
        `${line} in ${all.join('; ')}`,
      ).toBe(true);
  });

  it('unsigned, where a signature is asked for', async () => {
    expect(await told('茶到了', 'china', 'service', {}, '')).toEqual(['error no_signature ""']);
    expect(await told('Tea', 'us', 'service', {}, '')).toEqual(['warning no_signature ""']);
  });

  it('without a way to refuse, where nothing was composed', () => {
    const bare = { text: '【山间茶铺】新茶', signature: '【山间茶铺】', optOut: '', isSigned: true };
    const provider = providerNamed('tencent') ?? null;
    expect(lint({ composed: bare }, { kind: 'promotion', provider })).toMatchObject([
      { code: 'no_opt_out', level: 'error', at: null, wanted: '拒收请回复R' },
    ]);
  });

  it('too long, with the signature or without', async () => {
    expect(await told('茶'.repeat(494), 'tencent', 'service')).toEqual([]);
    expect(await told('茶'.repeat(495), 'tencent', 'service')).toEqual(['error too_long "501" > 500']);
    expect(await told('茶'.repeat(500), 'qiniu', 'service')).toEqual([]);
    expect(await told('茶'.repeat(501), 'qiniu', 'service')).toEqual(['error too_long "501" > 500']);
    // The way to refuse counts as well: with its comma seven characters.
    expect(await told('茶'.repeat(487), 'tencent', 'promotion')).toEqual([]);
    expect(await told('茶'.repeat(488), 'tencent', 'promotion')).toEqual(['error too_long "501" > 500']);
  });

  it('with a link that came with a value, or values side by side', async () => {
    const values = { product: '龙井 https://evil.example.com/x', name: '周小茶', city: 'tea.cn' };
    expect(await told('看{{ product }}', 'tencent', 'service', values)).toEqual([
      'error link_in_value "https://evil.example.com/x" @10',
    ]);
    expect(await told('看{{ city }}', 'qiniu', 'service', values)).toEqual(['error link_in_value "tea.cn" @7']);
    expect(await told('看 https://tea.example.com', 'tencent', 'service', values)).toEqual([]);
    expect(await told('{{ name }} {{ name }}您好', 'tencent', 'service', values)).toEqual([
      'error values_side_by_side "{{ name }} {{ name }}"',
    ]);
    expect(await told('{{ name }}，{{ name }}您好', 'tencent', 'service', values)).toEqual([]);
  });
});

describe('selling under the cover of an order', () => {
  it('is only worth a look in the name of a product', async () => {
    const values = { product: '龙井优惠装', name: '周小茶' };
    expect(await told('您的{{ product }}已发出', 'tencent', 'service', values)).toEqual([
      'warning promotion_in_service "优惠" @10',
    ]);
    expect(await told('您的{{ product }}已发出，另有优惠', 'tencent', 'service', values)).toEqual([
      'warning promotion_in_service "优惠" @10',
      'error promotion_in_service "优惠" @19',
    ]);
  });

  it('is looked for by other channels, and not in the name of the shop', async () => {
    expect(await told('茶已发出，领券再享', '-', 'service')).toEqual(['warning promotion_in_service "领券" @5']);
    expect(await told('茶已发出', 'tencent', 'service', {}, '特价茶铺')).toEqual([]);
  });
});

describe('one sign that makes a text cost more', () => {
  const long = (sign: string) => `It${sign}s here: ${'tea '.repeat(25)}`.trim();

  it('is told of with what to write instead', async () => {
    expect(await told(long('’'), 'us', 'service', {}, 'Hillside')).toEqual([`warning costly_sign "’" @12 > '`]);
    expect(await told(long('😀'), 'us', 'service', {}, 'Hillside')).toEqual(['warning costly_sign "😀" @12']);
  });

  it('is let be where it costs nothing, where there are many, and where all signs cost the same', async () => {
    expect(await told('It’s here', 'us', 'service', {}, 'Hillside')).toEqual([]);
    expect(await told(`чайная ${long('’')}`, 'us', 'service', {}, 'Hillside')).toEqual([]);
    expect(await told(`茶 ${long('’')}`, 'china', 'service')).toEqual([]);
  });
});

it('says whose rule it is', async () => {
  const [finding] = await findings('茶 ¥99', 'tencent', 'service');
  expect(finding?.rule).toMatchObject({ rule: 'no_signs', evidence: 'read', seen: '2026-11-27' });
});

it('places every finding where its words stand', async () => {
  const template = '【{{ name }}】加微信 ¥5 ${x} 回T退订 😀 优惠';
  const provider = providerNamed('tencent') ?? null;
  const rendered = await render(template, { name: '周小茶' }, { language: 'zh', oneLine: true });
  const composed = compose(rendered.text, { kind: 'service', provider, signature: '茶' });
  const placed = lint({ composed, rendered, template }, { kind: 'service', provider }).filter(({ at }) => at !== null);
  expect(placed.length).toBeGreaterThan(6);
  for (const { at, words } of placed) expect(composed.text.startsWith(words, at ?? -1), words).toBe(true);
});
