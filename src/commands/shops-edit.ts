import { DataError, UsageError } from '../errors.ts';
import { choice, command, parsed, text } from './command.ts';

export const shopsEdit = command({
  path: 'shops edit <shop>',
  summary: { en: 'change how a shop is set up', zh: '修改店铺的设置' },
  examples: [
    "regulars shops edit '山月茶铺' --consent-policy not-refused",
    "regulars shops edit 'Hill & Moon Tea' --timezone America/New_York",
    'regulars shops edit bazaar --cash-on-delivery yes',
  ],
  options: {
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
    timezone: text('--timezone <zone>', { en: 'the zone its days are counted in', zh: '按哪个时区划分日期' }),
    country: parsed(
      '--country <code>',
      {
        en: 'how national phone numbers are read, from the next ingest on',
        zh: '没有国家代码的电话按哪国读取，从下次导入起',
      },
      (value) => value.toUpperCase(),
    ),
  },
  async run(context, [name = ''], options) {
    const { io, words } = context;
    const { customers } = words;
    const { checkSettings } = await import('./ingest-errors.ts');
    checkSettings(context, options);
    const edit = {
      consentPolicy: options.consentPolicy,
      contactPolicy: options.contactPolicy,
      cashOnDelivery: options.cashOnDelivery === undefined ? undefined : options.cashOnDelivery === 'yes',
      timeZone: options.timezone,
      country: options.country,
    };
    if (Object.values(edit).every((value) => value === undefined)) {
      throw new UsageError(customers.shopUnchanged(name), {
        code: 'nothing_to_change',
        hint: customers.shopUnchangedHint,
      });
    }
    const archive = await context.archive('write');
    const { editShop, findShop, listShops } = await import('../archive/shop-edits.ts');
    const shop = findShop(archive, name);
    if (!shop) {
      const known = listShops(archive).map((one) => one.name);
      throw new DataError(customers.unknownShop(name, known.join(', ')), { code: 'unknown_shop' });
    }
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const refreshed = editShop(archive, shop, edit);
    io.say(customers.shopChanged(name, refreshed.changed));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
