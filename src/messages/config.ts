/** Sentences of the archive's own settings. */
import type { Advice } from './file-problems.ts';

export const en = {
  set: (name: string, before: string, now: string) => `${name}: ${before} → ${now}`,
  same: (name: string, value: string) => `${name} is ${value} already; nothing changed`,
  unknown: (name: string, known: string): Advice => [`no setting is called "${name}"`, `settings: ${known}`],
  bad: (name: string, value: string): string => `${name} cannot be "${value}"`,
  expected: { reporting_currency: 'CNY, USD, EUR', time_zone: 'Asia/Shanghai, America/New_York, +08:00' },
  noShop: 'the archive has no shop yet, and its first one decides this',
  noShopHint: 'regulars shops add NAME --platform P, or regulars ingest FILE',
  meaning: {
    reporting_currency: 'what amounts of customers are in; orders in others are converted by rates',
    time_zone: 'whose day is today',
  },
};

export const zh: typeof en = {
  set: (name, before, now) => `${name}：${before} → ${now}`,
  same: (name, value) => `${name} 已经是 ${value}，没有改动`,
  unknown: (name, known) => [`没有名为“${name}”的设置`, `可设置：${known}`],
  bad: (name, value) => `${name} 不能是“${value}”`,
  expected: { reporting_currency: 'CNY、USD、EUR', time_zone: 'Asia/Shanghai、America/New_York、+08:00' },
  noShop: '档案里还没有店铺，这项设置由第一家店铺决定',
  noShopHint: 'regulars shops add 名称 --platform 平台，或 regulars ingest 文件',
  meaning: {
    reporting_currency: '客户金额所用的货币；其他货币的订单按汇率换算',
    time_zone: '“今天”按哪个时区',
  },
};
