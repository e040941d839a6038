/**
 * The plays every archive has, as data. What each is for, why it comes when it does and why it is on or off stands in
 * messages/plays.ts. Texts stay below 70 characters with a signature and the words of refusal where names are short:
 * one part of a text message. Timings: the field's practice, as far as one was found; else stated there as ours.
 */
import type { z } from 'zod';
import { type Play, playSchema } from './play.ts';

type Written = z.input<typeof playSchema>;

const hello = '{{ salutation | default: "您好" }}';
const helloEn = 'Hello{% if salutation %} {{ salutation }}{% endif %}';
const product = '{{ product | default: "商品" }}';
const productEn = '{{ product | default: "what you bought" }}';
/** Titles of marketplaces go on and on, and a text message is paid by its length. */
const cutProduct = '{{ product | default: "商品" | truncate: 12, "…" }}';
const cutProductEn = '{{ product | default: "what you bought" | truncate: 24, "…" }}';

const inBoth = (zh: readonly [subject: string, text: string], en: readonly [subject: string, text: string]) =>
  [
    { language: 'zh', subject: zh[0], text: zh[1] },
    { language: 'en', subject: en[0], text: en[1] },
  ] satisfies Written['messages'];

type Saying = (product: string) => readonly [subject: string, text: string];

/** The narrower comes first, as it is the first that fits. */
const ofProduct = (zh: Saying, en: Saying) =>
  [
    ...inBoth(zh(cutProduct), en(cutProductEn)).map(({ language, text }) => ({
      channel: 'sms' as const,
      language,
      text,
    })),
    ...inBoth(zh(product), en(productEn)),
  ] satisfies Written['messages'];

const written = [
  {
    name: 'thank_you',
    trigger: { on: 'order', nth: 1, delay_days: 2 },
    kind: 'care',
    channels: ['sms', 'email', 'wechat'],
    messages: inBoth(
      ['感谢您的首次下单', `${hello}，感谢您第一次在{{ shop }}下单！收货后有任何问题，请随时联系我们。`],
      [
        'Thank you for your first order',
        `${helloEn}, thank you for your first order at {{ shop }}. If anything is not right, tell us.`,
      ],
    ),
    priority: 70,
    expires_after_days: 7,
    repeat: 'once',
    stops: ['refund', 'complaint'],
  },
  {
    name: 'usage_tip',
    on: false,
    trigger: { on: 'order', state: 'completed', delay_days: 3 },
    kind: 'care',
    channels: ['wechat', 'email', 'sms'],
    messages: ofProduct(
      (name) => ['用得还顺手吗？', `${hello}，${name}用着还顺手吗？用法上有不清楚的，请随时问我们。`],
      (name) => ['How is it going?', `${helloEn}, how is ${name} going? Ask us anything about its use.`],
    ),
    priority: 30,
    expires_after_days: 7,
    repeat: { after_days: 90 },
    stops: ['refund', 'complaint'],
  },
  {
    name: 'review',
    on: false,
    trigger: { on: 'order', state: 'completed', delay_days: 7 },
    kind: 'care',
    // Never by text message: providers refuse those that ask for a review.
    channels: ['wechat', 'email'],
    messages: inBoth(
      ['想听听您的看法', `${hello}，${product}用了几天，感觉如何？好与不好都想听您说说，会帮到我们和其他顾客。`],
      [
        'What do you think of it?',
        `${helloEn}, a week on: what do you think of ${productEn}? Good or bad, a few words help us and other customers.`,
      ],
    ),
    priority: 20,
    expires_after_days: 14,
    repeat: { after_days: 90 },
    stops: ['refund', 'complaint'],
  },
  {
    name: 'second_order_3',
    on: false,
    trigger: { on: 'order', nth: 1, delay_days: 3 },
    kind: 'promotion',
    channels: ['sms', 'email'],
    messages: inBoth(
      ['与您上次所购很搭的几样', `${hello}，{{ shop }}有几样与您上次所购很搭，有空来看看。`],
      [
        'Goes well with your first order',
        `${helloEn}, a few things at {{ shop }} go well with your first order. Have a look.`,
      ],
    ),
    priority: 40,
    expires_after_days: 3,
    repeat: 'once',
    stops: ['order', 'refund', 'complaint'],
  },
  {
    name: 'second_order_7',
    trigger: { on: 'order', nth: 1, delay_days: 7 },
    kind: 'promotion',
    channels: ['sms', 'email'],
    messages: inBoth(
      ['欢迎再来看看', `${hello}，上次的商品还合意吗？{{ shop }}有几样和它很搭，欢迎再来看看。`],
      [
        'Come and see what is new',
        `${helloEn}, did your first order suit you? Come and see what goes with it at {{ shop }}.`,
      ],
    ),
    priority: 50,
    expires_after_days: 14,
    repeat: 'once',
    stops: ['order', 'refund', 'complaint'],
  },
  {
    name: 'replenishment',
    trigger: { on: 'replenishment', lead_days: 5 },
    kind: 'promotion',
    channels: ['sms', 'email', 'wechat'],
    messages: ofProduct(
      (name) => ['快用完了吗？', `${hello}，您买的${name}差不多快用完了，需要补货欢迎来{{ shop }}。`],
      (name) => ['Running low?', `${helloEn}, by now ${name} may be running low. You find it at {{ shop }}.`],
    ),
    priority: 60,
    expires_after_days: 10,
    stops: ['refund', 'complaint'],
  },
  {
    name: 'birthday',
    trigger: { on: 'birthday' },
    kind: 'care',
    channels: ['wechat', 'sms', 'email'],
    messages: inBoth(
      ['生日快乐', `${hello}，{{ shop }}祝您生日快乐，平安喜乐！`],
      ['Happy birthday', `${helloEn}, happy birthday from all of us at {{ shop }}!`],
    ),
    priority: 70,
    expires_after_days: 1,
    stops: ['complaint'],
  },
  {
    name: 'new_best',
    trigger: { on: 'segment_joined', segment: 'champions' },
    kind: 'care',
    channels: ['phone', 'wechat', 'email'],
    messages: inBoth(
      ['感谢您一直以来的支持', `${hello}，您是{{ shop }}最常来的顾客之一，谢谢您。有什么想法，直接告诉我们。`],
      [
        'Thank you for coming back so often',
        `${helloEn}, you are one of the best customers of {{ shop }}. Thank you; tell us what you wish for.`,
      ],
    ),
    minutes: 5,
    priority: 80,
    capacity: 3,
    expires_after_days: 14,
    repeat: { after_days: 365 },
    stops: ['refund', 'complaint'],
  },
  {
    name: 'win_back',
    trigger: { on: 'rhythm', multiple: 1.5, minimum_orders: 2 },
    kind: 'promotion',
    channels: ['sms', 'email'],
    messages: inBoth(
      ['好久不见', `${hello}，好久不见，{{ shop }}上了些新品，欢迎回来看看。`],
      ['It has been a while', `${helloEn}, it has been a while. There is something new at {{ shop }}; come and see.`],
    ),
    priority: 60,
    expires_after_days: 45,
    stops: ['order', 'refund', 'complaint'],
  },
  {
    name: 'refund_call',
    trigger: { on: 'refund' },
    kind: 'service',
    channels: ['phone', 'wechat'],
    messages: inBoth(
      ['关于您的退款', `${hello}，订单{{ order_number }}让您费心了。退款已处理，想问问哪里没做好，我们来改。`],
      [
        'About your refund',
        `${helloEn}, I am sorry order {{ order_number }} did not work out. May I ask what went wrong?`,
      ],
    ),
    minutes: 10,
    priority: 100,
    expires_after_days: 3,
    window_days: 90,
  },
  {
    name: 'parcel_gift',
    on: false,
    trigger: { on: 'order' },
    where: "in_segment('champions', 'loyal')",
    kind: 'care',
    channels: ['parcel'],
    messages: inBoth(
      ['随包裹的小卡片', `${hello}，谢谢您又一次选择{{ shop }}。一点小心意，请收下。`],
      ['A card for the parcel', `${helloEn}, thank you for choosing {{ shop }} again. A small gift for you.`],
    ),
    minutes: 3,
    priority: 40,
    capacity: 10,
    expires_after_days: 2,
    repeat: { after_days: 180 },
    window_days: 90,
  },
] as const satisfies readonly Written[];

export type ShippedName = (typeof written)[number]['name'];

/** In the order in which a customer meets them. */
export const shippedPlays: readonly Play[] = written.map((play) => playSchema.parse(play));

/** In any case. */
export const shippedNamed = (name: string): Play | undefined =>
  shippedPlays.find((play) => play.name === name.trim().toLowerCase());
