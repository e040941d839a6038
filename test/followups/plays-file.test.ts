/** Plays as a file: what is written reads as the same, and what is wrong is told with its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAY_CHANNELS, type Play, playSchema } from '../../src/followups/plays/play.ts';
import { readPlayFile } from '../../src/followups/plays/play-file.ts';
import { shippedPlays } from '../../src/followups/plays/shipped.ts';
import { writePlayFile } from '../../src/followups/plays/write-play-file.ts';
import { DEFAULT_POLICY, type Policy, policySchema } from '../../src/followups/policy.ts';

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      "a\n'''b",
      '[[play]]\nname = "x"',
      '{{ name | default: "您好" }}\n你好',
      '"""',
      "'\n'",
      '\\n',
      'a\u0001\nb',
    ),
  )
  .filter((one) => one.trim() !== '');
const days = fc.integer({ min: 0, max: 730 });
const trigger = fc.oneof(
  fc.record(
    {
      on: fc.constant('order'),
      state: fc.constantFrom('placed', 'shipped', 'completed'),
      nth: fc.integer({ min: 1, max: 9 }),
      product: text,
      delay_days: days,
    },
    { requiredKeys: ['on'] },
  ),
  fc.record({ on: fc.constant('rhythm'), multiple: fc.double({ min: 0.5, max: 10, noNaN: true }) }),
  fc.record({ on: fc.constantFrom('segment_joined', 'segment_left'), segment: text, delay_days: days }),
  fc.record({ on: fc.constantFrom('birthday', 'anniversary'), lead_days: days }),
  fc.record({ on: fc.constant('festival'), festival: text }),
  fc.record({ on: fc.constant('date'), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }),
);
const message = fc.record(
  { channel: fc.constantFrom(...PLAY_CHANNELS), language: fc.constantFrom('en', 'zh'), subject: text, text },
  { requiredKeys: ['text'] },
);
const play: fc.Arbitrary<Play> = fc
  .record(
    {
      name: fc.stringMatching(/^[一-龥a-z0-9_-]{1,20}$/u),
      summary: text,
      on: fc.boolean(),
      trigger,
      where: text,
      kind: fc.constantFrom('service', 'care', 'promotion'),
      channels: fc.array(fc.constantFrom(...PLAY_CHANNELS), { minLength: 1, maxLength: 5 }),
      messages: fc.array(message, { maxLength: 3 }),
      verify: fc.array(text, { maxLength: 3 }),
      minutes: fc.integer({ min: 1, max: 120 }),
      priority: fc.integer({ min: 0, max: 100 }),
      capacity: fc.integer({ min: 1, max: 50 }),
      expires_after_days: days,
      repeat: fc.oneof(fc.constantFrom('once', 'every'), fc.record({ after_days: fc.integer({ min: 1, max: 3650 }) })),
      stops: fc.subarray(['order', 'refund', 'complaint']),
      holdout: fc.double({ min: 0, max: 0.9, noNaN: true }),
      window_days: fc.integer({ min: 1, max: 365 }),
      backfill: fc.boolean(),
    },
    { requiredKeys: ['name', 'trigger', 'kind', 'channels', 'expires_after_days'] },
  )
  .map((written) => playSchema.parse(written));
const policy: fc.Arbitrary<Policy> = fc
  .record(
    {
      language: fc.constantFrom('en', 'zh'),
      per_day: fc.integer({ min: 1, max: 10 }),
      promotions: fc.record({ most: fc.integer({ min: 0, max: 100 }), days: fc.integer({ min: 1, max: 366 }) }),
      channels: fc.record(
        {
          sms: fc.record({
            gap_days: fc.integer({ min: 0, max: 366 }),
            hours: fc.constant({ from: '10:00', to: '18:30' }),
          }),
        },
        { requiredKeys: [] },
      ),
      sms: fc.record(
        {
          signature: fc.constantFrom('山月茶铺', "Ann's Tea"),
          price_per_part: fc.constantFrom('0.045', '1'),
          opt_out: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      email: fc.record(
        {
          opt_out: fc.boolean(),
          unsubscribe: fc.record(
            { en: fc.constantFrom('Don\'t want "this"?\nReply.', 'x'), zh: fc.constant('退订请回复') },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  )
  .map((written) => policySchema.parse(written));

describe('a file that was written', () => {
  it('reads as the same', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(play, { selector: ({ name }) => name, maxLength: 4 }),
        fc.option(policy, { nil: undefined }),
        fc.option(text, { nil: undefined }),
        (plays, kept, remark) => {
          const file = writePlayFile(
            kept,
            plays.map((one) => ({ play: one, remark })),
          );
          const { plays: read, policy: readPolicy, mistakes } = readPlayFile(file);
          expect({ plays: read, policy: readPolicy, mistakes }).toEqual({ plays, policy: kept, mistakes: [] });
          expect(
            writePlayFile(
              readPolicy,
              read.map((one) => ({ play: one, remark })),
            ),
          ).toBe(file);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has the shipped plays and the usual policy as they are', () => {
    const file = writePlayFile(
      DEFAULT_POLICY,
      shippedPlays.map((one) => ({ play: one })),
    );
    expect(readPlayFile(file)).toMatchObject({ plays: shippedPlays, policy: DEFAULT_POLICY, mistakes: [] });
  });

  it('says where each key of it stands', () => {
    const file = writePlayFile(
      DEFAULT_POLICY,
      shippedPlays.map((one) => ({ play: one, remark: one.name })),
    );
    const lines = file.split('\n');
    const { lineOf } = readPlayFile(file);
    for (const { name, messages } of shippedPlays) {
      expect(lines[(lineOf(name, 'name') ?? 0) - 1]).toBe(`name = "${name}"`);
      expect(lines[(lineOf(name, '') ?? 0) - 1]).toBe('[[play]]');
      expect(lines[(lineOf(name, 'trigger.on') ?? 0) - 1]).toMatch(/^on = "/);
      for (const [index, { subject }] of messages.entries())
        if (subject !== undefined)
          expect(lines[(lineOf(name, `messages.${index + 1}.subject`) ?? 0) - 1]).toBe(`subject = "${subject}"`);
    }
    expect(lines[(lineOf(undefined, 'channels.wechat.capacity') ?? 0) - 1]).toBe('capacity = 30');
    expect(lines[(lineOf(undefined, 'channels.wechat.hours') ?? 0) - 1]).toBe('[policy.channels.wechat]');
  });
});

const GOOD = 'name = "a"\nkind = "care"\nchannels = ["phone"]\nexpires_after_days = 3\ntrigger.on = "birthday"\n';
const mistakesIn = (file: string) =>
  readPlayFile(file).mistakes.map(({ finding, key, line, play: of, value, nearest, about }) =>
    [line, of, key, finding, value, nearest ?? about].filter((part) => part !== undefined).join(' '),
  );

describe('a mistake', () => {
  it.each([
    ['a = 1\n[[pla]]\nx = 1\n', ['1 a unknown_key', '2 pla unknown_key play']],
    ['[play]\nname = "a"\n', ['1 play not_plays']],
    ['policy = 3\n', ['1  not_policy']],
    [`[[play]]\n${GOOD}[[play]]\n${GOOD.replace('"a"', '"A"')}`, ['8 A name named_twice A']],
    [
      '[[play]]\nname = "a"\n',
      [
        '1 a channels missing',
        '1 a expires_after_days missing',
        '1 a kind missing service, care, promotion',
        '1 a trigger missing',
      ],
    ],
    [`[[play]]\n${GOOD}prioriti = 3\n`, ['7 a prioriti unknown_key priority']],
    [`[[play]]\n${GOOD}trigger.lead_day = 3\n`, ['7 a trigger.lead_day unknown_key lead_days']],
    [`[[play]]\n${GOOD}[[play.messages]]\ntext = "a"\nchanel = "sms"\n`, ['9 a messages.1.chanel unknown_key channel']],
    [
      `[[play]]\n${GOOD}[[play.messages]]\ntext = "a"\n[[play.messages]]\nlanguage = "de"\ntext = " "\n`,
      ['10 a messages.2.language unknown_word de en, zh', '11 a messages.2.text empty  '],
    ],
    [`[[play]]\n${GOOD.replace('birthday', 'birtday')}`, ['6 a trigger.on unknown_word birtday birthday']],
    [`[[play]]\n${GOOD.replace('"phone"', '"phone", "emial"')}`, ['4 a channels.2 unknown_word emial email']],
    [`[[play]]\n${GOOD.replace('["phone"]', '[]')}`, ['4 a channels empty []']],
    [`[[play]]\n${GOOD.replace('["phone"]', '"phone"')}`, ['4 a channels not_list phone']],
    [`[[play]]\n${GOOD}on = "yes"\n`, ['7 a on not_yes_no yes']],
    [`[[play]]\n${GOOD}where = 3\n`, ['7 a where not_text 3']],
    [`[[play]]\n${GOOD}minutes = "3"\n`, ['7 a minutes not_number 3']],
    [`[[play]]\n${GOOD}minutes = 2.5\n`, ['7 a minutes not_whole 2.5']],
    [`[[play]]\n${GOOD}minutes = 0\nholdout = 0.95\n`, ['7 a minutes too_small 0 1', '8 a holdout too_big 0.95 0.9']],
    [`[[play]]\n${GOOD}repeat = "often"\n`, ['7 a repeat unknown_word often once, every']],
    [
      `[[play]]\n${GOOD}repeat = { after_day = 3 }\n`,
      ['7 a repeat.after_day unknown_key after_days', '7 a repeat.after_days missing'],
    ],
    [
      `[[play]]\n${GOOD.replace('trigger.on = "birthday"', 'trigger = "birthday"')}`,
      ['6 a trigger not_table birthday'],
    ],
    [`[[play]]\n${GOOD.replace('"a"', '"a,b"')}`, ['2 a,b name bad_name a,b']],
    [`[[play]]\n${GOOD.replace('"a"', '3')}`, ['2 #1 name not_text 3']],
    [
      `[[play]]\n${GOOD.replace('"a"', `"${'n'.repeat(41)}"`)}`,
      [`2 ${'n'.repeat(41)} name bad_name ${'n'.repeat(41)}`],
    ],
    [
      '[policy]\nper_dya = 1\nhours = { from = "9", to = "24:00" }\n',
      ['2 per_dya unknown_key per_day', '3 hours.from bad_time 9', '3 hours.to bad_time 24:00'],
    ],
    [
      '[policy.sms]\nsignature = "【茶】"\nprice_per_part = "free"\n',
      ['2 sms.signature bad_signature 【茶】', '3 sms.price_per_part bad_price free'],
    ],
    [
      '[policy.channels.fax]\nmost = 1\n[policy.channels.phone]\nmost = 1.5\n',
      ['1 channels.fax unknown_key', '4 channels.phone.most not_whole 1.5'],
    ],
  ])('in %j is told with its line', (file, told) => {
    expect(mistakesIn(file).toSorted()).toEqual(told.toSorted());
  });

  it('in what is no TOML is told with line and column', () => {
    expect(readPlayFile('[[play]]\nname = \n').mistakes).toMatchObject([{ finding: 'not_toml', line: 2, column: 8 }]);
  });

  it('stands where it stands, whatever texts of several lines say before', () => {
    const file = `[[play]]\n${GOOD}summary = '''\n[[play]]\nkind = "x"\n'''\nminutes = 0\n`;
    expect(mistakesIn(file)).toEqual(['11 a minutes too_small 0 1']);
  });
});
