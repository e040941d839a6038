/** What is on in the year: all that is shipped, and some plays more, so that there is too much for anybody. */
import { POLICY_FILE } from './policy.ts';

export const SHIPPED = [
  'thank_you',
  'usage_tip',
  'review',
  'second_order_3',
  'second_order_7',
  'replenishment',
  'birthday',
  'new_best',
  'win_back',
  'refund_call',
  'parcel_gift',
] as const;

const play = (name: string, keys: string) => `
[[play]]
name = "${name}"
${keys}
messages = [
  { language = "zh", subject = "山月茶铺", text = "您好，{{ shop }}有新茶，欢迎来看看。" },
  { language = "en", subject = "New tea", text = "Hello, there is new tea at {{ shop }}." },
]
`;

const promotion = (name: string, trigger: string, more = '') =>
  play(name, `kind = "promotion"\nchannels = ["sms", "email"]\nexpires_after_days = 12\ntrigger = ${trigger}\n${more}`);

export const PLAYS_FILE = [
  POLICY_FILE,
  promotion('pairs', '{ on = "order", delay_days = 10 }'),
  promotion('news', '{ on = "order", delay_days = 18 }', 'priority = 20'),
  promotion('own_rhythm', '{ on = "rhythm", multiple = 1.0 }', 'holdout = 0.3\nstops = ["order"]'),
  promotion('eleven', '{ on = "date", month = 11, day = 11 }', 'repeat = { after_days = 300 }'),
  promotion('spring_festival', '{ on = "festival", festival = "春节", lead_days = 10 }'),
  promotion('mid_autumn', '{ on = "festival", festival = "中秋", lead_days = 10 }'),
  promotion('a_year', '{ on = "anniversary" }'),
  play(
    'after_complaint',
    'kind = "service"\nchannels = ["phone", "email"]\nexpires_after_days = 6\ntrigger = { on = "complaint", delay_days = 1 }\nverify = ["是否解决"]\nminutes = 10',
  ),
  play(
    'left_best',
    'kind = "care"\nchannels = ["wechat", "email"]\nexpires_after_days = 10\ntrigger = { on = "segment_left", segment = "champions" }\nrepeat = { after_days = 120 }',
  ),
].join('\n');
