/**
 * How much contact a customer is to bear, and how much of it the shop can do: for all plays together, on top of what the
 * law asks. Kept in the archive's settings, and as [policy] in a file of plays.
 */
import { z } from 'zod';
import { cleanRule } from '../segments/segment-name.ts';

const share = z.int().min(0).max(100);
const stretch = z.int().min(1).max(366);
const limit = (most: number, days: number) =>
  z.strictObject({ most: share.default(most), days: stretch.default(days) }).prefault({});

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const hours = z.strictObject({ from: time, to: time });

const line = z.string().overwrite(cleanRule).min(1).max(500);

/** At most so many contacts of any kind but service in so many days, and so many days between two of them. */
const messages = (most: number, days: number, gap: number) =>
  z.strictObject({
    most: share.default(most),
    days: stretch.default(days),
    gap_days: z.int().min(0).max(366).default(gap),
    /** How many a day the shop does; without it there is no end. */
    capacity: z.int().min(0).max(1_000_000).optional(),
    /** Of this channel alone, within those of all. */
    hours: hours.optional(),
  });

/** What a person does one by one. */
const byHand = (most: number, days: number, gap: number, capacity: number) =>
  messages(most, days, gap).extend({ capacity: z.int().min(0).max(1000).default(capacity) });

export const policySchema = z.strictObject({
  /** Of messages; without it Chinese where the customer, else the shop, is in China, and English elsewhere. */
  language: z.enum(['en', 'zh']).optional(),
  /** To one customer on one day, whatever its kind and channel. Never two a day: what sellers in China tell each other. */
  per_day: z.int().min(1).max(10).default(1),
  /** To one customer on all channels. Three in thirty days: around the four after which half unsubscribe (FlareLane). */
  promotions: limit(3, 30),
  /** The same of promotion and care together; twice as many is our own choice. */
  all: limit(6, 30),
  channels: z
    .strictObject({
      /** Two to four a month (Mailchimp: two to six); 24 hours between two (Klaviyo). */
      sms: messages(4, 30, 1).prefault({}),
      /** One or two a week; past about four a week unsubscribes rise by a third. 16 hours between two (Klaviyo), here a day. */
      email: messages(8, 30, 1).prefault({}),
      /** A small shop calls ten people a day, not three hundred. Once a week at most is our own choice. */
      phone: byHand(2, 30, 7, 10).prefault({}),
      /** One a day and four a month, as WeCom's own group messages have it. */
      wechat: byHand(4, 30, 1, 30).prefault({}),
      /** What is put to orders that leave anyway. */
      parcel: byHand(2, 30, 0, 20).prefault({}),
    })
    .prefault({}),
  /** By the clock where the customer lives; it only narrows what the law and a provider allow. Within 8 to 20, the shortest window of providers in China, and not before 9. */
  hours: hours.default({ from: '09:00', to: '20:00' }),
  /** Days without promotion after a refund or a complaint. Thirty: what is told of recovery. */
  pause_days: z
    .strictObject({
      refund: z.int().min(0).max(366).default(30),
      complaint: z.int().min(0).max(366).default(30),
    })
    .prefault({}),
  sms: z
    .strictObject({
      /** Whose rules the texts are held against. */
      provider: z.string().min(1).max(40).optional(),
      /** Without its brackets: 【】 are put around it. */
      signature: z
        .string()
        .regex(/^[^【】[\]\s][^【】[\]\n]{0,29}$/u)
        .optional(),
      /** Of one part, as a decimal of the reporting currency. */
      price_per_part: z
        .preprocess(
          (price) => (typeof price === 'number' ? String(price) : price),
          z.string().regex(/^\d{1,6}(?:\.\d{1,6})?$/),
        )
        .optional(),
      /** Whether promotions end in how to refuse more of them, as the law of most places asks. */
      opt_out: z.boolean().default(true),
    })
    .prefault({}),
  email: z
    .strictObject({
      /** The same of e-mail. */
      opt_out: z.boolean().default(true),
      /** The lines that say so, by language: of a mailer its link, in the United States with the shop's postal address. */
      unsubscribe: z.strictObject({ en: line.optional(), zh: line.optional() }).prefault({}),
    })
    .prefault({}),
});

export type Policy = z.output<typeof policySchema>;

/** As text, in the settings. */
export function isPolicy(text: string): boolean {
  try {
    return policySchema.safeParse(JSON.parse(text)).success;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return false;
  }
}

export const DEFAULT_POLICY: Policy = policySchema.parse({});
