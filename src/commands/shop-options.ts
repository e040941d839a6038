/** The flags that say how a shop is set up, shared by the commands that do. */
import { choice, type Options, parsed, text, type Values } from './command.ts';

export const shopOptions = {
  timezone: text('--timezone <zone>', { en: 'the zone its days are counted in', zh: '按哪个时区划分日期' }),
  currency: parsed(
    '--currency <code>',
    { en: 'what it sells in, such as CNY', zh: '店铺使用的货币，如 CNY' },
    (value) => value.toUpperCase(),
  ),
  country: parsed(
    '--country <code>',
    {
      en: 'how national phone numbers are read, from the next ingest on',
      zh: '没有国家代码的电话按哪国读取，从下次导入起',
    },
    (value) => value.toUpperCase(),
  ),
  consentPolicy: choice(
    '--consent-policy <policy>',
    {
      en: 'whom promotions may reach: those who agreed (granted), or all who did not refuse',
      zh: '营销信息可以发给谁：表示同意的（granted），或所有没有拒绝的（not-refused）',
    },
    ['granted', 'not-refused'],
  ),
  contactPolicy: choice(
    '--contact-policy <policy>',
    {
      en: 'whether its platform lets you write about more than the order (any) or not (service-only)',
      zh: '平台规则允许联系客户谈订单以外的事（any），还是只能谈订单（service-only）',
    },
    ['any', 'service-only'],
  ),
  cashOnDelivery: choice(
    '--cash-on-delivery <yes|no>',
    { en: 'shipped orders count although no money is recorded', zh: '已发货的订单即使没有收款记录也计入统计' },
    ['yes', 'no'],
  ),
} satisfies Options;

/** What the flags say, as the archive takes it. */
export function shopFlags(options: Values<typeof shopOptions>) {
  const { consentPolicy, contactPolicy, cashOnDelivery, timezone, currency, country } = options;
  return {
    consentPolicy,
    contactPolicy,
    cashOnDelivery: cashOnDelivery === undefined ? undefined : cashOnDelivery === 'yes',
    timeZone: timezone,
    currency,
    country,
  };
}
