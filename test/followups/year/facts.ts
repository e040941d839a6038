/** What customers said of being contacted, and contacts that were made, in the order in which both came about. */
export type Channel = 'sms' | 'email' | 'phone' | 'wechat' | 'parcel';

/** Whom it is about: by what the command line was told, or by their number in the archive that day. */
export type About = { readonly who: string } | { readonly customer: number } | { readonly address: string };

export type Says =
  | { readonly is: 'granted' | 'refused'; readonly channel: 'sms' | 'email' | 'phone' }
  | { readonly is: 'suppressed' | 'complained' | 'refunded' }
  | { readonly is: 'wish'; readonly everyDays: number };

export interface Fact {
  readonly step: number;
  readonly day: string;
  readonly about: About;
  readonly says: Says;
}

export interface Contact {
  readonly step: number;
  readonly day: string;
  readonly id: string;
  readonly play: string;
  readonly kind: string;
  readonly channel: Channel;
  readonly customer: number;
  readonly address: string;
  /** As the file has them; empty where any time is as good. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** The last day on which it makes sense. */
  readonly until: string;
  /** Of one that was handed over: nobody was there, which counts for nothing. */
  readonly isUnanswered?: boolean;
}
