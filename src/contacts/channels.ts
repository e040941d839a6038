/** How, and what for, a person may be contacted. */
export const CHANNELS = ['sms', 'email', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a list goes out: a message by hand and what is put to a parcel, too. */
export type ListChannel = Channel | 'wechat' | 'parcel';

export const KINDS = ['service', 'care', 'promotion'] as const;
export type Kind = (typeof KINDS)[number];
