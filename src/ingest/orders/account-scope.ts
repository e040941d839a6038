/** Within which bounds an account names one buyer. */
import type { Platform } from '../../platforms/layout.ts';

/** Accounts are known across the marketplace, or in one shop of the platform. */
export function accountScopeOf({ accountScope, name }: Platform, shop: string): string {
  return accountScope === 'marketplace' ? name : `${name}/${shop}`;
}
