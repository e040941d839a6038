/** Every platform that is understood. Adding one is a file, a line here and a fixture pair. */
import { alibaba1688 } from './alibaba-1688.ts';
import { amazon } from './amazon.ts';
import { bigcommerce } from './bigcommerce.ts';
import { douyin } from './douyin.ts';
import { ebay } from './ebay.ts';
import { etsy } from './etsy.ts';
import { generic } from './generic.ts';
import { gumroad } from './gumroad.ts';
import { jd } from './jd.ts';
import { jushuitan } from './jushuitan.ts';
import { kuaishou } from './kuaishou.ts';
import type { Platform } from './layout.ts';
import { lazada } from './lazada.ts';
import { mailchimp } from './mailchimp.ts';
import { magento } from './magento.ts';
import { mercadolibre } from './mercadolibre.ts';
import { paypal, stripe } from './payment-services.ts';
import { pinduoduo } from './pinduoduo.ts';
import { prestashop } from './prestashop.ts';
import { shopee } from './shopee.ts';
import { shopify } from './shopify.ts';
import { square } from './square.ts';
import { squarespace } from './squarespace.ts';
import { taobao } from './taobao.ts';
import { tiktok } from './tiktok.ts';
import { tokopedia } from './tokopedia.ts';
import { wangdiantong } from './wangdiantong.ts';
import { wechat } from './wechat.ts';
import { wix } from './wix.ts';
import { woocommerce } from './woocommerce.ts';
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
  woocommerce,
  etsy,
  ebay,
  amazon,
  square,
  squarespace,
  bigcommerce,
  wix,
  magento,
  prestashop,
  gumroad,
  mailchimp,
  shopee,
  lazada,
  mercadolibre,
  tokopedia,
  tiktok,
  stripe,
  paypal,
  generic,
];

const byName = new Map(platforms.map((platform) => [platform.name, platform]));

export function platformNamed(name: string): Platform | undefined {
  return byName.get(name);
}
