import { DataError, UsageError } from '../errors.ts';
import { command } from './command.ts';

export const configSet = command({
  path: 'config set <name> <value>',
  summary: { en: 'set the reporting currency or whose day is today', zh: '设置统计货币，或“今天”的时区' },
  examples: ['regulars config set reporting_currency EUR', 'regulars config set time_zone Asia/Shanghai'],
  options: {},
  async run(context, [name = '', typed = '']) {
    const { io, words } = context;
    const { isAllowed, isSetting, SETTINGS, setSetting } = await import('../archive/settings.ts');
    const { nearest } = await import('../values/nearest.ts');
    if (!isSetting(name)) {
      const [message, hint] = words.config.unknown(name, SETTINGS.join(', '));
      const near = nearest(name, SETTINGS);
      throw new UsageError(message, {
        code: 'unknown_setting',
        hint: near === undefined ? hint : words.shell.didYouMean(near),
      });
    }
    const value = name === 'reporting_currency' ? typed.trim().toUpperCase() : typed.trim();
    if (!isAllowed(name, value)) {
      const { currencyCodes } = await import('../values/currency-codes.ts');
      const near = nearest(value, name === 'time_zone' ? Intl.supportedValuesOf('timeZone') : currencyCodes());
      throw new UsageError(words.config.bad(name, value), {
        code: 'bad_value',
        hint: near === undefined ? words.config.expected[name] : words.shell.didYouMean(near),
      });
    }
    const before = setSetting(await context.archive('write'), name, value);
    if (before === undefined)
      throw new DataError(words.config.noShop, { code: 'no_shop', hint: words.config.noShopHint });
    io.say(before === value ? words.config.same(name, value) : words.config.set(name, before, value));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
