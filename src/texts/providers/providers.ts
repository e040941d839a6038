/** The senders whose rules are written down. To add one: a file, a line here, and its words. */
import type { Kind } from '../../contacts/channels.ts';
import { aliyun } from './aliyun.ts';
import { china } from './china.ts';
import { elsewhere } from './elsewhere.ts';
import { euUk } from './eu-uk.ts';
import { type Provider, ruleOf } from './provider.ts';
import { qiniu } from './qiniu.ts';
import { taobao } from './taobao.ts';
import { tencent } from './tencent.ts';
import { us } from './us.ts';

export const PROVIDERS: readonly Provider[] = [aliyun, tencent, qiniu, taobao, china, us, euUk, elsewhere];

/** Undefined where none is called so. */
export const providerNamed = (name: string): Provider | undefined =>
  PROVIDERS.find((provider) => provider.name === name);

/** HH:MM where the customer is; undefined where any hour will do. */
export function sendingHours(
  provider: Provider,
  kind: Kind,
): { readonly from: string; readonly to: string } | undefined {
  const rule = ruleOf(provider, 'hours', kind);
  return rule && { from: rule.from, to: rule.to };
}
