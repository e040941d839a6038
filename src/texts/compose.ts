/** A text as it goes out: with the signature before it and the way to refuse after it, each once. */
import type { Kind } from '../contacts/channels.ts';
import { optOutsIn } from './opt-out.ts';
import { type Provider, ruleOf } from './providers/provider.ts';
import { cleanText } from './shown-value.ts';
import { saysUnsubscribe } from './unsubscribe.ts';

export interface ComposeSettings {
  readonly kind: Kind;
  /** Null where it is no text message. */
  readonly provider: Provider | null;
  /** Of an e-mail the line that says how to get no more of them; undefined where none is wanted. */
  readonly unsubscribe?: string | undefined;
  /** The shop's name, or the name that the provider registered; with or without 【】. */
  readonly signature: string;
}

export interface Composed {
  readonly text: string;
  /** What stands before the body; empty where there is none. */
  readonly signature: string;
  /** What was added behind it; empty where the text has its own, or needs none. */
  readonly optOut: string;
  /** Whether it says who sends it, in front or in the text. */
  readonly isSigned: boolean;
}

export function compose(written: string, { kind, provider, signature, unsubscribe }: ComposeSettings): Composed {
  if (provider === null) {
    const isWanting = unsubscribe !== undefined && !written.includes(unsubscribe) && !saysUnsubscribe(written);
    const optOut = isWanting ? `\n\n${unsubscribe}` : '';
    return { text: written + optOut, signature: '', optOut, isSigned: true };
  }
  const name = cleanText(signature.replace(/[【】]/gu, ''));
  const form = ruleOf(provider, 'signature', kind)?.form;
  const sign = form === 'brackets' ? bracketed(name, written) : form === 'name' && name !== '' ? `${name}: ` : '';
  const isThere = sign !== '' && written.startsWith(sign);
  const body = isThere ? written.slice(sign.length) : written;
  // A sender who is named in the text is known.
  const isNamed = form === 'name' && !isThere && name !== '' && body.toLowerCase().includes(name.toLowerCase());
  const before = isNamed ? '' : sign;
  const wording = ruleOf(provider, 'opt_out', kind)?.wordings[0];
  const after = wording === undefined || optOutsIn(before + body).length > 0 ? '' : joinOf(body) + wording;
  return { text: before + body + after, signature: before, optOut: after, isSigned: isNamed || sign !== '' };
}

/** Of a shop without a signature, the one that stands in the text. */
const bracketed = (name: string, written: string): string =>
  name === '' ? (/^【[^【】]+】/u.exec(written)?.[0] ?? '') : `【${name}】`;

/** Between a text and the way to refuse. */
function joinOf(body: string): string {
  if (/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(body)) return /[\p{P}\s]$/u.test(body) ? '' : '，';
  if (body === '' || /\s$/u.test(body)) return '';
  return /\p{P}$/u.test(body) ? ' ' : '. ';
}
