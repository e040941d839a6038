/** Which shop an order belongs to and what is settled for it: told by flags, known already, or read off the file. */
import { platformNamed } from '../../platforms/index.ts';
import type { Platform } from '../../platforms/layout.ts';
import type { Known } from './export-read.ts';
import { zoneFromOffsets } from '../../values/zones.ts';

export interface ShopSettings {
  readonly name: string;
  readonly platform: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly country: string | null;
}

export interface ShopRequest {
  readonly timeZone?: string | undefined;
  readonly currency?: string | undefined;
  readonly country?: string | undefined;
  /** The flags are of several files: they hold for shops of which nothing else is known. */
  readonly fillOnly?: boolean | undefined;
}

export interface SettledShop {
  readonly settings: ShopSettings;
  readonly isNew: boolean;
  /** The zone was worked out from the offsets written in the file. */
  readonly zoneFromFile: boolean;
  /** Neither a flag nor the file named it. */
  readonly unnamed: boolean;
  /** The names the file gives it where a flag names another. */
  readonly calledInFile: readonly string[];
}

/** What the rows themselves say: wall times with offsets, and the currency most orders are in. */
export interface Observed {
  times(): readonly { readonly wall: string; readonly offset: number }[];
  readonly zone: string | undefined;
  readonly currency: string | undefined;
}

/** The file may be sound, but it is open which shop its orders are of, or how that is set up. */
export abstract class ShopUnsettled extends Error {}

/** A new shop needs a zone or a currency that neither the platform nor the file knows. */
export class NeedsSetting extends ShopUnsettled {
  /** The first of them is asked for first. */
  readonly missing: readonly ('timezone' | 'currency')[];
  readonly shop: string;

  constructor(missing: NeedsSetting['missing'], shop: string) {
    super(missing.join(', '));
    this.missing = missing;
    this.shop = shop;
  }
}

/** A flag says otherwise than the shop was set up. */
export class ShopDisagrees extends ShopUnsettled {
  readonly setting: 'platform' | 'timezone' | 'currency' | 'country';
  readonly shop: string;
  readonly told: string;
  readonly known: string;

  constructor(setting: ShopDisagrees['setting'], shop: string, told: string, known: string) {
    super(setting);
    this.setting = setting;
    this.shop = shop;
    this.told = told;
    this.known = known;
  }
}

/** Nobody named the shop, and the archive has several of the platform. */
export class WhichShop extends ShopUnsettled {
  readonly platform: string;
  readonly shops: readonly string[];

  constructor(platform: string, shops: readonly string[]) {
    super(platform);
    this.platform = platform;
    this.shops = shops;
  }
}

/** The shop of a file that names none: the only one of its platform; where there is none yet, one called like it. Throws WhichShop. */
export function unnamedShop({ name, title }: Platform, known: readonly ShopSettings[]): string {
  const [only, ...others] = known.filter(({ platform }) => platform === name).map((shop) => shop.name);
  if (only !== undefined && others.length > 0) throw new WhichShop(title, [only, ...others]);
  return only ?? title;
}

export function settleShop(
  name: string,
  platform: Platform,
  request: ShopRequest,
  observed: Observed,
  { shops, formerShops }: Pick<Known, 'shops' | 'formerShops'>,
): Omit<SettledShop, 'unnamed' | 'calledInFile'> {
  const known = shops.find((shop) => shop.name === name);
  if (known) {
    agree(known, platform, request.fillOnly ? {} : request);
    return { settings: known, isNew: false, zoneFromFile: false };
  }
  const former = formerShops.find((shop) => shop.name === name);
  const zone = former?.timeZone ?? platform.timeZone;
  const isTold = request.timeZone !== undefined && request.fillOnly !== true;
  const zoneSeen = isTold || zone !== undefined ? undefined : (observed.zone ?? zoneOf(observed.times()));
  const timeZone = flagOr(request, 'timeZone', zone ?? zoneSeen);
  const currency = flagOr(request, 'currency', former?.currency ?? platform.currency ?? observed.currency);
  if (timeZone === undefined)
    throw new NeedsSetting(currency === undefined ? ['timezone', 'currency'] : ['timezone'], name);
  if (currency === undefined) throw new NeedsSetting(['currency'], name);
  const country = flagOr(request, 'country', former?.country ?? platform.country) ?? null;
  const settings = { name, platform: platform.name, timeZone, currency, country };
  return { settings, isNew: true, zoneFromFile: zoneSeen !== undefined };
}

/** A flag goes before what is known otherwise, unless it is but for shops of which nothing is known. */
export function flagOr(
  request: ShopRequest,
  setting: 'timeZone' | 'currency' | 'country',
  known: string | undefined,
): string | undefined {
  return request.fillOnly ? (known ?? request[setting]) : (request[setting] ?? known);
}

function zoneOf(times: ReturnType<Observed['times']>): string | undefined {
  return times.length > 0 ? zoneFromOffsets(times) : undefined;
}

const isOpen = (platform: Platform | undefined): boolean =>
  platform?.name === 'generic' || platform?.gathers !== undefined;

function agree(known: ShopSettings, platform: Platform, request: ShopRequest): void {
  const checks = [
    // Plain files may bring orders to a shop of any platform, and so may programs that gather them.
    [
      'platform',
      isOpen(platform) ? undefined : platform.name,
      isOpen(platformNamed(known.platform)) ? undefined : known.platform,
    ],
    ['timezone', request.timeZone, known.timeZone],
    ['currency', request.currency, known.currency],
    ['country', request.country, known.country ?? undefined],
  ] as const;
  for (const [setting, told, have] of checks) {
    if (told !== undefined && have !== undefined && told !== have)
      throw new ShopDisagrees(setting, known.name, told, have);
  }
}
