/** Whose customers a file holds: within which bounds its accounts are known, and how its phones and times are to be read. */
import { platformNamed } from '../../platforms/index.ts';
import type { Platform } from '../../platforms/layout.ts';
import { accountScopeOf } from '../orders/account-scope.ts';
import type { Known, ReadRequest } from '../orders/export-read.ts';
import { ShopUnsettled, unnamedShop, WhichShop } from '../orders/shop.ts';

export interface Whose {
  readonly accountScope: string;
  /** ISO 3166-1, of phones that stand beside none; null where nobody has said. */
  readonly country: string | null;
  /** Of times without one of their own. */
  readonly zone: string;
}

/** National phone numbers stand in a table of which nobody has said the country. */
export class NeedsCountry extends ShopUnsettled {}

/** Throws WhichShop where accounts are one shop's own, and nobody says which. */
export function whoseCustomers(
  platform: Platform,
  request: ReadRequest,
  { shops }: Pick<Known, 'shops'>,
  { isOwnTable, hasAccounts }: { readonly isOwnTable: boolean; readonly hasAccounts: boolean },
): Whose {
  const countries = [...new Set(shops.map(({ country }) => country))];
  const onlyCountry = countries.length === 1 ? (countries[0] ?? null) : null;
  // Of several files of orders it only holds where nothing else says; of customers it is said of these very files.
  const told = request.fillOnly === true && !request.customers ? undefined : request.country;
  const settled = (name: string, of: Platform): Whose => {
    const shop = shops.find((one) => one.name === name);
    return {
      accountScope: accountScopeOf(of, name),
      country: told ?? shop?.country ?? request.country ?? of.country ?? onlyCountry,
      zone: request.timeZone ?? platform.timeZone ?? shop?.timeZone ?? 'UTC',
    };
  };
  if (!isOwnTable) {
    const { shop = platform.accountScope === 'shop' ? unnamedShop(platform, shops) : platform.title } = request;
    return settled(shop, platform);
  }
  const [first, ...others] = request.shop === undefined ? shops : shops.filter(({ name }) => name === request.shop);
  const of = platformNamed(request.platform ?? first?.platform ?? platform.name) ?? platform;
  const scopes = new Set(shops.map((shop) => accountScopeOf(platformNamed(shop.platform) ?? platform, shop.name)));
  if (hasAccounts && request.platform === undefined && others.length > 0 && scopes.size > 1)
    throw new WhichShop(
      '',
      shops.map(({ name }) => name),
    );
  return settled(request.shop ?? first?.name ?? platform.title, of);
}
