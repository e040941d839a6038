/** Every platform that is understood. Adding one is a file, a line here and a fixture pair. */
import { alibaba1688 } from './alibaba-1688.ts';
import { douyin } from './douyin.ts';
import { generic } from './generic.ts';
import { jd } from './jd.ts';
import { jushuitan } from './jushuitan.ts';
import { kuaishou } from './kuaishou.ts';
import type { Platform } from './layout.ts';
import { lazada } from './lazada.ts';
import { pinduoduo } from './pinduoduo.ts';
import { shopee } from './shopee.ts';
import { shopify } from './shopify.ts';
import { taobao } from './taobao.ts';
import { tiktok } from './tiktok.ts';
import { tokopedia } from './tokopedia.ts';
import { wangdiantong } from './wangdiantong.ts';
import { wechat } from './wechat.ts';
import { xiaohongshu } from './xiaohongshu.ts';
import { youzan } from './youzan.ts';

export const platforms: readonly Platform[] = [
  taobao,
  alibaba1688,
  jd,
  pinduoduo,
  douyin,
  kuaishou,
  xiaohongshu,
  youzan,
  wechat,
  jushuitan,
  wangdiantong,
  shopify,
  shopee,
  lazada,
  tokopedia,
  tiktok,
  generic,
];

export function platformNamed(name: string): Platform | undefined {
  return platforms.find((platform) => platform.name === name);
}
