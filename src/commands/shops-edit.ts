import { DataError, UsageError } from '../errors.ts';
import { command } from './command.ts';
import { shopFlags, shopOptions } from './shop-options.ts';

export const shopsEdit = command({
  path: 'shops edit <shop>',
  summary: { en: 'change how a shop is set up', zh: '修改店铺的设置' },
  examples: [
    "regulars shops edit '山月茶铺' --consent-policy not-refused",
    "regulars shops edit 'Hill & Moon Tea' --timezone America/New_York",
    'regulars shops edit bazaar --cash-on-delivery yes',
  ],
  options: shopOptions,
  async run(context, [name = ''], options) {
    const { io, words } = context;
    const { customers } = words;
    const { checkSettings } = await import('./check-settings.ts');
    checkSettings(context, options);
    const edit = shopFlags(options);
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
    if (edit.currency !== undefined && edit.currency !== shop.currency && shop.orders > 0) {
      const [message, hint] = words.shops.hasOrders(name, shop.orders);
      throw new DataError(message, { code: 'shop_has_orders', hint });
    }
    const { settingsOf } = await import('../archive/settings.ts');
    const before = settingsOf(archive);
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const refreshed = editShop(archive, shop, edit);
    io.say(customers.shopChanged(name, refreshed.changed));
    for (const [setting, value] of settingsOf(archive))
      if (before.get(setting) !== value) io.say(words.config.set(setting, before.get(setting) ?? '', value));
    const { placeOf } = await import('../contacts/rules/places.ts');
    const country = edit.country ?? shop.country;
    const { name: place, rules } = placeOf(country ?? '');
    const strict = rules.filter(
      ({ kind, needs, since }) => kind === 'promotion' && needs === 'granted' && since !== null,
    );
    if (edit.consentPolicy === 'not-refused' && strict.length > 0)
      io.warn(words.contacts.placeAsksMore(country ?? '', strict.map(({ channel }) => channel).join(', '), place));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
