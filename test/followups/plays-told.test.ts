/** How mistakes in a file of plays are told by the program: signs nobody sees, and values as they stand there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;
beforeAll(async () => {
  shop = await plainShop([{ customer_name: 'Ann Archer', phone: '13912345611' }]);
});
afterAll(() => shop.close());

const play = (more: string, messages = '[[play.messages]]\nsubject = "Tea"\ntext = "Hello"') => `[[play]]
name = "call"
kind = "care"
channels = ["email"]
trigger = { on = "order" }
expires_after_days = 3
${more}
${messages}
`;

async function told(file: string, ...args: string[]): Promise<string[]> {
  writeFileSync(join(shop.folder, 'plays.toml'), file);
  const { stderr } = await shop.regulars('play', 'check', 'plays.toml', ...args);
  return stderr.split('\n').flatMap((line) => /^(?:warning: |注意：)(.*)$/.exec(line)?.[1] ?? []);
}

const message = (subject: string, text: string) =>
  play('', `[[play.messages]]\nsubject = "${subject}"\ntext = "${text}"`);
const HIDDEN = 'may not stand here: nobody sees it, and it may change what is read';

describe('signs nobody sees', () => {
  it.each([
    [message('Tea', 'Hello\\u0000 you'), 'line 10: call: messages.1.text: U+0000'],
    [message('Tea', 'a\\u202eb\\u2066c\\u202ed'), 'line 10: call: messages.1.text: U+202E, U+2066'],
    [message('Tea', 'pay\\u200bpal'), 'line 10: call: messages.1.text: U+200B'],
    [message('T\\u200fea', 'Hello'), 'line 9: call: messages.1.subject: U+200F'],
    [message('Tea\\ntime', 'Hello'), 'line 9: call: messages.1.subject: U+000A'],
    [message('Tea\\ttime', 'Hello'), 'line 9: call: messages.1.subject: U+0009'],
    [play('verify = ["the address", "the\\u001b tea"]'), 'line 7: call: verify.2: U+001B'],
    ['[policy.sms]\nsignature = "Hill\\u202eside"', 'line 2: policy: sms.signature: U+202E'],
    ['[policy.sms]\nsignature = "Hill\\tside"', 'line 2: policy: sms.signature: U+0009'],
    ['[policy.email]\nunsubscribe.en = "Reply\\u0008"', 'line 2: policy: email.unsubscribe.en: U+0008'],
  ])('in %j are a mistake', async (file, where) => {
    expect(await told(file)).toEqual([`${where} ${HIDDEN}`]);
  });

  it.each([
    message('Tea 👨‍👩‍👧', 'Hello,\\n\\tyou\\r\\nthere 👨‍👩‍👧'),
    play('verify = ["the\\taddress\\nand\\r\\nthe tea"]'),
    '[policy.email]\nunsubscribe.en = "To leave,\\r\\n\\treply"',
  ])('are not what makes lines, nor what joins, in %j', async (file) => {
    expect(await told(file)).toEqual([]);
  });

  it('keep a file out', async () => {
    const before = await shop.dump();
    writeFileSync(join(shop.folder, 'plays.toml'), message('Tea', 'a\\u202eb'));
    const { status, stderr } = await shop.regulars('play', 'apply', 'plays.toml', '--yes');
    expect([status, stderr]).toEqual([1, expect.stringContaining('messages.1.text: U+202E')]);
    expect(await shop.dump()).toBe(before);
  });

  it('are told in Chinese', async () => {
    expect(await told(message('Tea', 'a\\u202eb'), '--lang', 'zh')).toEqual([
      '第 10 行: call: messages.1.text: 这里不能有 U+202E：看不见，却可能改变读到的内容',
    ]);
  });
});

describe('a value is told', () => {
  it.each([
    ['minutes = "3"', '"3" has to be a number, without quotes', '“3”必须是数字，不带引号'],
    ['minutes = ["3"]', '["3"] has to be a number, without quotes', '["3"] 必须是数字，不带引号'],
    ['minutes = 1979-05-27T07:32:00Z', '1979-05-27T07:32:00.000Z has to be a number', '1979-05-27T07:32:00.000Z 必须'],
    ['verify = 3', '3 has to be a list in brackets', '3 必须是方括号里的列表'],
    ['verify = nan', 'NaN has to be a list in brackets', 'NaN 必须是方括号里的列表'],
    ['stops = [true]', 'true is none of order, refund, complaint', 'true 不在可选范围：'],
  ])('as it stands in %j, with its own quotes alone', async (line, english, chinese) => {
    expect(await told(play(line))).toEqual([expect.stringContaining(`: ${english}`)]);
    expect(await told(play(line), '--lang', 'zh')).toEqual([expect.stringContaining(`: ${chinese}`)]);
  });
});
