/** What customers say in the year, as commands: consents, refusals, wishes, complaints, and never again. */
import { type Buyer, BUYERS } from './buyers.ts';
import { addDays } from './days.ts';
import { between, dice, oneOf } from './dice.ts';
import type { About, Says } from './facts.ts';
import { DAYS, ORDERS, START } from './orders.ts';

export interface Saying {
  readonly day: string;
  /** A command, or what a row says of phone, email, channel and status in the day's table of consents. */
  readonly line: readonly string[];
  readonly isRow?: boolean;
  /** Undefined of what is only told, as a birthday is. */
  readonly fact: { readonly about: About; readonly says: Says } | undefined;
}

const CHANNELS = ['sms', 'email', 'phone'] as const;
type Asked = (typeof CHANNELS)[number];

const SHARES: Readonly<Record<Buyer['platform'], Readonly<Record<Asked, number>>>> = {
  taobao: { sms: 0.75, email: 0.5, phone: 0.6 },
  shopify: { sms: 0.5, email: 0.2, phone: 0.4 },
};

/** The first export with an order of theirs comes on a day of an odd number; undefined of who never orders. */
function knownFrom({ who, isOld }: Buyer): number | undefined {
  if (isOld) return 0;
  const first = ORDERS.find(({ buyer }) => buyer.who === who);
  if (!first) return undefined;
  const offset = Math.round((Date.parse(first.placed) - Date.parse(START)) / 86_400_000);
  return offset % 2 === 0 ? offset + 1 : offset + 2;
}

function* sayingsOf(buyer: Buyer): Generator<Saying> {
  const { who, platform, email, phone } = buyer;
  const known = knownFrom(buyer);
  if (known === undefined) return;
  const on = (offset: number) => addDays(START, offset);
  const consent = (offset: number, channel: Asked, is: 'granted' | 'refused'): Saying => ({
    day: on(offset),
    line: ['consent', 'set', who, channel, is],
    fact: { about: { who }, says: { is, channel } },
  });
  // More is said in the first weeks, so that a short year has some of it too.
  const later = (of: string) => known + 1 + Math.floor(dice(`${of} ${who}`) ** 3 * 300);
  const happens = (share: number, of: string) => dice(`${of}? ${who}`) < share;

  for (const channel of CHANNELS)
    if (happens(SHARES[platform][channel], channel) && (channel !== 'email' || email !== null))
      yield {
        ...consent(known, channel, 'granted'),
        line: [phone ?? '', email ?? '', channel, 'granted'],
        isRow: true,
      };
  if (happens(0.3, 'refuses')) {
    const channel = oneOf(CHANNELS, `refused by ${who}`);
    const day = later('refuses');
    yield consent(day, channel, 'refused');
    if (happens(0.3, 'agrees again')) yield consent(day + between(5, 60, `again ${who}`), channel, 'granted');
  }
  if (happens(0.08, 'never')) {
    const address = oneOf([phone, email, null], `never ${who}`);
    const named = address ?? who;
    // Whoever is named by an address is not: it alone is kept from.
    const about: About = /@|^\+?\d+$/.test(named) ? { address: named } : { who };
    yield {
      day: on(later('never')),
      line: ['suppress', 'add', named],
      fact: { about, says: { is: 'suppressed' } },
    };
  }
  if (happens(0.3, 'wishes')) {
    const everyDays = between(10, 60, `every ${who}`);
    const line = ['customers', 'edit', who, '--every', `${everyDays}d`];
    if (happens(0.5, 'channel')) line.push('--channel', oneOf([...CHANNELS, 'wechat'], `by ${who}`));
    yield { day: on(later('wishes')), line, fact: { about: { who }, says: { is: 'wish', everyDays } } };
  }
  if (happens(0.12, 'complains'))
    yield {
      day: on(later('complains')),
      line: ['customers', 'note', who, '茶叶受潮了', '--kind', 'complaint'],
      fact: { about: { who }, says: { is: 'complained' } },
    };
  if (happens(0.6, 'birthday'))
    yield {
      day: on(later('birthday')),
      line: ['customers', 'edit', who, '--birthday', addDays(START, between(0, 364, `born ${who}`)).slice(5)],
      fact: undefined,
    };
}

export const SAYINGS: readonly Saying[] = BUYERS.flatMap((buyer) => [...sayingsOf(buyer)]).filter(
  ({ day }) => day < addDays(START, DAYS),
);

export const sayingsOn = (day: string): Saying[] => SAYINGS.filter((saying) => saying.day === day);
