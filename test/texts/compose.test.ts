/** Texts as they go out: signature, body, the way to refuse, each once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, type Kind } from '../../src/contacts/channels.ts';
import { compose } from '../../src/texts/compose.ts';
import { optOutsIn } from '../../src/texts/opt-out.ts';
import { ruleOf } from '../../src/texts/providers/provider.ts';
import { providerNamed, PROVIDERS } from '../../src/texts/providers/providers.ts';

const composed = (text: string, name: string, kind: Kind = 'promotion', signature = '山间茶铺') =>
  compose(text, { kind, provider: providerNamed(name) ?? null, signature });

describe('a text goes out', () => {
  it.each([
    ['aliyun', 'promotion', '会员您好，新茶到了。', '【山间茶铺】会员您好，新茶到了。拒收请回复R'],
    ['aliyun', 'promotion', '会员您好，新茶到了', '【山间茶铺】会员您好，新茶到了，拒收请回复R'],
    ['aliyun', 'care', '会员生日快乐！', '【山间茶铺】会员生日快乐！拒收请回复R'],
    ['aliyun', 'service', '您的茶已发出', '【山间茶铺】您的茶已发出'],
    ['qiniu', 'promotion', '新茶到了', '【山间茶铺】新茶到了，回T退订'],
    ['aliyun', 'promotion', 'New tea', '【山间茶铺】New tea. 拒收请回复R'],
    // What stands there already is not said again, in whatever words.
    ['aliyun', 'promotion', '【山间茶铺】新茶到了，拒收请回复R', '【山间茶铺】新茶到了，拒收请回复R'],
    ['aliyun', 'promotion', '新茶到了 回T退订', '【山间茶铺】新茶到了 回T退订'],
    ['china', 'promotion', '退订回T。新茶到了', '【山间茶铺】退订回T。新茶到了'],
    ['us', 'promotion', 'New tea! Text STOP to unsubscribe.', '山间茶铺: New tea! Text STOP to unsubscribe.'],
  ] as const)('by %s for %s: %s', (provider, kind, text, full) => {
    expect(composed(text, provider, kind).text).toBe(full);
  });

  it.each([
    ['promotion', 'New tea is in', 'Hillside: New tea is in. Reply STOP to opt out'],
    ['promotion', 'New tea is in!', 'Hillside: New tea is in! Reply STOP to opt out'],
    ['care', 'Happy birthday!', 'Hillside: Happy birthday!'],
    ['service', 'HILLSIDE has sent your tea.', 'HILLSIDE has sent your tea.'],
    ['service', 'Hillside: your tea is on its way.', 'Hillside: your tea is on its way.'],
  ] as const)('to the United States for %s: %s', (kind, text, full) => {
    expect(composed(text, 'us', kind, 'Hillside')).toMatchObject({ text: full, isSigned: true });
  });

  it('with the parts told apart', () => {
    expect(composed('新茶到了', 'tencent')).toEqual({
      text: '【山间茶铺】新茶到了，拒收请回复R',
      signature: '【山间茶铺】',
      optOut: '，拒收请回复R',
      isSigned: true,
    });
    expect(composed('Hillside has tea', 'us', 'service', 'Hillside')).toMatchObject({ signature: '', isSigned: true });
  });

  it('with a signature that came in brackets, or stands in the text alone, or with none', () => {
    expect(composed('茶', 'china', 'service', '【山间\n茶铺】').text).toBe('【山间 茶铺】茶');
    expect(composed('【老茶铺】茶', 'china', 'service', '')).toMatchObject({
      text: '【老茶铺】茶',
      signature: '【老茶铺】',
      isSigned: true,
    });
    expect(composed('茶', 'china', 'service', ' ')).toMatchObject({ text: '茶', signature: '', isSigned: false });
    expect(composed('tea', 'us', 'service', '')).toMatchObject({ text: 'tea', isSigned: false });
  });

  it('as it is where it is no text message', () => {
    expect(compose('新茶到了', { kind: 'promotion', provider: null, signature: '山间茶铺' }).text).toBe('新茶到了');
  });
});

describe('every text', () => {
  const body = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          '茶',
          '，',
          '。',
          ' ',
          'tea',
          '【',
          '】',
          '拒收请回复R',
          '回T退订',
          'Reply STOP to opt out',
          'Hillside',
        ),
      )
      .map((pieces) => pieces.join('')),
  );
  const world = fc.tuple(
    body,
    fc.constantFrom(...PROVIDERS),
    fc.constantFrom(...KINDS),
    fc.constantFrom('山间茶铺', '【山间茶铺】', 'Hillside', ''),
  );

  it('stays the same when it is composed again', () => {
    fc.assert(
      fc.property(world, ([text, provider, kind, signature]) => {
        const once = compose(text, { kind, provider, signature });
        expect(compose(once.text, { kind, provider, signature }).text).toBe(once.text);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps what was written, and says once how to refuse where that must be said', () => {
    fc.assert(
      fc.property(world, ([text, provider, kind, signature]) => {
        const { text: full, signature: before, optOut } = compose(text, { kind, provider, signature });
        const within = full.slice(before.length, full.length - optOut.length);
        expect([text, text.slice(before.length)]).toContain(within);
        const own = optOutsIn(text).length;
        const needed = ruleOf(provider, 'opt_out', kind) === undefined ? 0 : 1;
        expect(optOutsIn(full)).toHaveLength(Math.max(own, needed));
      }),
      { numRuns: 1000 },
    );
  });
});
