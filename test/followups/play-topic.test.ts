/** `regulars help plays` says what is so: its examples are taken, and it leaves out no key. */
import { parse } from 'smol-toml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playSchema, triggerSchema } from '../../src/followups/plays/play.ts';
import { DEFAULT_POLICY, policySchema } from '../../src/followups/policy.ts';
import { run } from '../helpers/run.ts';
import { TeaShop } from '../helpers/tea-shop.ts';

let tea: TeaShop;
beforeAll(async () => {
  tea = await TeaShop.open();
});
afterAll(() => tea.leave());

describe.each(['en', 'zh'])('help plays in %s', (language) => {
  let topic: string;
  /** The lines of the part with a heading of TOML, without the prose around them. */
  const exampleWith = (heading: string): string => {
    const part = topic.split('\n\n').find((one) => one.includes(`\n  ${heading}\n`)) ?? '';
    return part.slice(part.indexOf(`  ${heading}`));
  };
  const triggers = (): unknown[] =>
    topic
      .split('\n')
      .filter((line) => line.startsWith('  trigger = {'))
      .map((line) => parse(line)['trigger'])
      .slice(1);

  beforeAll(async () => {
    topic = (await run(['help', 'plays', '--lang', language])).stdout;
  });

  it('has a play that is found right and is applied', async () => {
    const file = tea.write('plays.toml', exampleWith('[[play]]'));
    expect(await tea.json('play', 'check', file)).toEqual([]);
    expect(await tea.run(['play', 'apply', file, '-n', '--yes'])).toMatchObject({ status: 0 });
  });

  it('has every trigger, each as one that can be', () => {
    const shown = triggers().map((trigger) => triggerSchema.parse(trigger).on);
    const known = triggerSchema.options.flatMap(({ shape }) =>
      'value' in shape.on ? shape.on.value : shape.on.options,
    );
    expect(shown).toEqual(known);
  });

  it('has the policy as it is where nobody says otherwise', () => {
    expect(policySchema.parse(parse(exampleWith('[policy]'))['policy'])).toEqual(DEFAULT_POLICY);
  });

  it('names every key, and what holds without it', () => {
    const { shape } = playSchema;
    const ofMessages = Object.keys(shape.messages.unwrap().element.shape);
    const ofTriggers = triggerSchema.options.flatMap((option) => Object.keys(option.shape));
    const ofPolicy = Object.keys(policySchema.shape);
    const ofText = ['provider', 'signature', 'price_per_part', 'unsubscribe'];
    for (const key of [...Object.keys(shape), ...ofMessages, ...ofTriggers, ...ofPolicy, ...ofText])
      expect(topic, key).toMatch(new RegExp(`(?<![a-z_])${key}(?![a-z_])`));
    const usual = playSchema.parse({
      name: 'x',
      trigger: { on: 'birthday' },
      kind: 'care',
      channels: ['sms'],
      expires_after_days: 1,
    });
    for (const key of ['on', 'verify', 'priority', 'repeat', 'stops', 'holdout', 'window_days', 'backfill'] as const) {
      const about = topic.slice(topic.search(new RegExp(`^  ${key} {3,}`, 'm'))).replace(/\n {3,}/g, ' ');
      expect(about.split('\n')[0]?.replaceAll('（', '(').replaceAll('）', ')'), key).toContain(
        `(${JSON.stringify(usual[key])})`,
      );
    }
  });
});
