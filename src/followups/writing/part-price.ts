/** What a part of a text message costs the shop. */
import { parsePartPrice, type PartPrice } from '../../texts/sms-parts.ts';
import type { Policy } from '../policy.ts';

/** Undefined where the policy names no price; the currency is the reporting one. */
export function partPrice({ sms }: Pick<Policy, 'sms'>, currency: string): PartPrice | undefined {
  if (sms.price_per_part === undefined) return undefined;
  const parsed = parsePartPrice(sms.price_per_part, currency);
  if (!parsed.ok) throw new Error(`no price: ${sms.price_per_part}`);
  return parsed.value;
}
