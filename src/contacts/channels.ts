/** How, and what for, a person may be contacted. */
export const CHANNELS = ['sms', 'email', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

export const KINDS = ['service', 'care', 'promotion'] as const;
export type Kind = (typeof KINDS)[number];
