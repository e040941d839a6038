import { DataError, UsageError } from '../errors.ts';
import { command, text } from './command.ts';
import { shopFlags, shopOptions } from './shop-options.ts';

export const shopsAdd = command({
  path: 'shops add <shop>',
  summary: { en: 'set a shop up before its first file', zh: '在导入第一个文件之前设置店铺' },
  examples: [
    "regulars shops add '山月茶铺' --platform taobao",
    "regulars shops add 'Hill & Moon Tea' --platform shopify --timezone America/New_York --currency USD --country US",
    'regulars shops add till --platform generic --timezone Europe/Berlin --currency EUR --cash-on-delivery yes',
  ],
  description: {
    en: 'Files of the shop then need no more flags than --shop. Zone and currency may be left out where the platform has only one; the first shop of an archive also decides its reporting currency and what day it is today.',
    zh: '之后导入该店铺的文件只需 --shop。平台只有一种时区或货币时可以不写；档案的第一家店铺还决定统计货币和“今天”是哪一天。',
  },
  options: {
    platform: {
      ...text('--platform <name>', { en: 'by its name in platforms list', zh: '平台名称，见 platforms list' }),
      required: true,
    },
    ...shopOptions,
  },
  async run(context, [named = ''], options) {
    const { io, words } = context;
    const { checkSettings } = await import('./check-settings.ts');
    const name = named.trim();
    if (name === '') throw new UsageError(words.ingest.badValue('NAME', named, '')[0], { code: 'bad_value' });
    checkSettings(context, options);
    const { platformNamed } = await import('../platforms/index.ts');
    const { platform = '', ...flags } = { platform: options.platform, ...shopFlags(options) };
    const { timeZone = platformNamed(platform)?.timeZone, currency = platformNamed(platform)?.currency } = flags;
    if (timeZone === undefined) throw needs('timezone');
    if (currency === undefined) throw needs('currency');
    const { addShop } = await import('../archive/add-shop.ts');
    const archive = await context.archive('create');
    const { visible } = await import('../output/visible.ts');
    const added = addShop(archive, { ...flags, name, platform, timeZone, currency });
    if (added.outcome === 'differs') {
      const { setting, known, told } = added;
      const [message, hint] = words.shops.differs(visible(name), setting, visible(known), visible(told));
      throw new DataError(message, { code: 'shop_differs', hint });
    }
    io.say(words.shops[added.outcome](visible(name), timeZone, currency));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;

    function needs(flag: 'timezone' | 'currency'): UsageError {
      return new UsageError(words.ingest.needs[flag](name), {
        code: `needs_${flag}`,
        hint: words.shops.tell[flag],
      });
    }
  },
});
