/** A play: the rule that makes follow-ups, as it is kept in the archive and in a file. */
import { z } from 'zod';
import { cleanName, cleanRule } from '../../segments/segment-name.ts';

/** Wechat is a person's message to whoever is known there by their number; parcel a note or gift put to an order. */
export const PLAY_CHANNELS = ['sms', 'email', 'phone', 'wechat', 'parcel'] as const;
export type PlayChannel = (typeof PLAY_CHANNELS)[number];

const days = z.int().min(0).max(730);
const pattern = z.string().overwrite(cleanName).min(1);
/** As they were written, without blanks around them. */
const words = z.string().overwrite(cleanRule).min(1);

/** What sets a play off. Days are counted from what happened, or before what will. */
export const triggerSchema = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('order'),
    /** When the order was placed, or when it first was in this state. */
    state: z.enum(['placed', 'shipped', 'completed']).default('placed'),
    /** Of the customer's counting orders: 1 is the first; without it every one. */
    nth: z.int().min(1).optional(),
    /** An order with a product of this SKU or title; % stands for anything. */
    product: pattern.optional(),
    delay_days: days.default(0),
  }),
  /** The last order is `multiple` times the customer's own rhythm ago. */
  z.strictObject({
    on: z.literal('rhythm'),
    multiple: z.number().min(0.5).max(10),
    minimum_orders: z.int().min(2).default(2),
  }),
  /** What was bought will be used up: by its days of supply, else by how often it is bought again. */
  z.strictObject({ on: z.literal('replenishment'), product: pattern.optional(), lead_days: days.default(5) }),
  z.strictObject({
    on: z.enum(['segment_joined', 'segment_left']),
    segment: pattern,
    delay_days: days.default(0),
  }),
  z.strictObject({ on: z.literal('birthday'), lead_days: days.default(0) }),
  /** Of the first order, every year. */
  z.strictObject({ on: z.literal('anniversary'), lead_days: days.default(0) }),
  z.strictObject({ on: z.literal('refund'), delay_days: days.default(0) }),
  /** A note of this kind. */
  z.strictObject({ on: z.literal('complaint'), delay_days: days.default(0) }),
  /** A Chinese festival, of the lunar calendar or not. */
  z.strictObject({ on: z.literal('festival'), festival: pattern, lead_days: days.default(0) }),
  /** Every year on this day. */
  z.strictObject({ on: z.literal('date'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
]);

const message = z.strictObject({
  /** Without one it is for every channel, and for every language. The first that fits is taken. */
  channel: z.enum(PLAY_CHANNELS).optional(),
  language: z.enum(['en', 'zh']).optional(),
  /** Of an e-mail. */
  subject: words.optional(),
  /** A Liquid template. */
  text: words,
});

export const playSchema = z.strictObject({
  /** Words with one blank between them; a … is what an erasure left of one. */
  name: z
    .string()
    .overwrite(cleanName)
    .max(40)
    .regex(/^[\p{L}\p{N}_…-]+(?: [\p{L}\p{N}_…-]+)*$/u),
  /** What it is for, in the seller's words; the shipped ones have theirs in both languages. */
  summary: words.optional(),
  on: z.boolean().default(true),
  trigger: triggerSchema,
  /** In the segment language: of those only who are in it on the day. */
  where: words.optional(),
  kind: z.enum(['service', 'care', 'promotion']),
  /** In order of preference; the first one open to the customer is taken. */
  channels: z.array(z.enum(PLAY_CHANNELS)).min(1),
  messages: z.array(message).default([]),
  /** What a person makes sure of when talking to them. */
  verify: z.array(words).default([]),
  /** How long a call should take. */
  minutes: z.int().min(1).max(120).optional(),
  /** Whoever has more comes first where there is no room for all. */
  priority: z.int().min(0).max(100).default(50),
  /** At most so many on a day. */
  capacity: z.int().min(1).optional(),
  /** Days after it was due until which it is still worth doing. */
  expires_after_days: days,
  /** Once for a customer; at every occasion; or again so many days after the one before. */
  repeat: z
    .union([z.enum(['once', 'every']), z.strictObject({ after_days: z.int().min(1).max(3650) })])
    .default('every'),
  /** What happens after the occasion and ends it. */
  stops: z.array(z.enum(['order', 'refund', 'complaint'])).default([]),
  /** Share of those it would reach who are not contacted, so that the difference can be measured. */
  holdout: z.number().min(0).max(0.9).default(0),
  /** Days after a contact within which an order counts for it. */
  window_days: z.int().min(1).max(365).default(30),
  /** Whether it also takes what was due before it was switched on. */
  backfill: z.boolean().default(false),
});

export type Trigger = z.output<typeof triggerSchema>;
type WithOn<T, On> = T extends { readonly on: infer Own } ? (On extends Own ? T : never) : never;
/** Also where several share one shape. */
export type TriggerOf<On extends Trigger['on']> = WithOn<Trigger, On>;
export type Play = z.output<typeof playSchema>;
export type PlayMessage = Play['messages'][number];
