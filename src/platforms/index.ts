/** Every platform that is understood. Adding one is a file, a line here and a fixture pair. */
import { generic } from './generic.ts';
import type { Platform } from './layout.ts';
import { shopify } from './shopify.ts';
import { taobao } from './taobao.ts';

export const platforms: readonly Platform[] = [taobao, shopify, generic];

export function platformNamed(name: string): Platform | undefined {
  return platforms.find((platform) => platform.name === name);
}
