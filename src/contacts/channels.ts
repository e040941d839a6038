/** How, and what for, a person may be contacted. */
export const CHANNELS = ['sms', 'email', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a list goes out: a message by hand and what is put to a parcel, too. */
export type ListChannel = Channel | 'wechat' | 'parcel';

/** Whose leave it asks for. A message by hand is to the number they are known there by; what is put to an order asks for none. */
export const GATE_CHANNEL = {
  sms: 'sms',
  email: 'email',
  phone: 'phone',
  wechat: 'phone',
  parcel: undefined,
} as const satisfies Readonly<Record<ListChannel, Channel | undefined>>;

export const KINDS = ['service', 'care', 'promotion'] as const;
export type Kind = (typeof KINDS)[number];
