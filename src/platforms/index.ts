/** Every platform that is understood. Adding one is a file, a line here and a fixture pair. */
import { alibaba1688 } from './alibaba-1688.ts';
import { generic } from './generic.ts';
import { jd } from './jd.ts';
import { jushuitan } from './jushuitan.ts';
import type { Platform } from './layout.ts';
import { pinduoduo } from './pinduoduo.ts';
import { shopify } from './shopify.ts';
import { taobao } from './taobao.ts';
import { wangdiantong } from './wangdiantong.ts';

export const platforms: readonly Platform[] = [
  taobao,
  alibaba1688,
  jd,
  pinduoduo,
  jushuitan,
  wangdiantong,
  shopify,
  generic,
];

export function platformNamed(name: string): Platform | undefined {
  return platforms.find((platform) => platform.name === name);
}
