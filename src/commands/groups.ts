/** The nouns and verbs of the command line, in the order and under the headings of the short help. */
import type { Bilingual } from '../messages/words.ts';

export interface Section {
  readonly title: Bilingual;
  readonly names: readonly string[];
}

export const sections: readonly Section[] = [
  {
    title: { en: 'Orders in', zh: '导入订单' },
    names: ['ingest', 'imports', 'shops', 'platforms', 'maps', 'products', 'rates'],
  },
  {
    title: { en: 'Who they are', zh: '认识客户' },
    names: ['customers', 'measures', 'segment', 'tag', 'levels', 'points', 'retention'],
  },
  {
    title: { en: 'Whom to contact', zh: '联系谁' },
    names: ['followup', 'play', 'export', 'touches', 'consent', 'suppress'],
  },
  {
    title: { en: 'The archive', zh: '档案' },
    names: ['status', 'config', 'doctor', 'rebuild', 'backup', 'restore', 'query', 'dump', 'demo'],
  },
  { title: { en: 'Encryption', zh: '加密' }, names: ['encrypt', 'rekey', 'decrypt'] },
];

/** What a noun with several verbs is about. */
export const groupSummaries: Readonly<Record<string, Bilingual>> = {
  backup: { en: 'checked copies of the archive: take one, list them', zh: '经过校验的档案副本：备份、列出' },
  config: { en: 'how the archive is set: reporting currency, time zone', zh: '档案的设置：统计货币、时区' },
  consent: { en: 'who agreed to be contacted, and how', zh: '谁同意被联系、通过什么渠道' },
  customers: { en: 'the people who bought: list, find, show', zh: '买过东西的人：列出、查找、查看' },
  export: { en: 'files to hand to other tools', zh: '交给其他工具的文件' },
  followup: { en: 'whom to contact, when and why', zh: '联系谁、何时、为什么' },
  imports: { en: 'the files that were ingested', zh: '导入过的文件' },
  levels: { en: 'levels of membership by rules, kept for a grace', zh: '会员等级：规则与保留期' },
  maps: { en: 'columns of your own tables, named once', zh: '自有表格的列对应，只需说明一次' },
  platforms: { en: 'the shops and exports that are understood', zh: '能识别的平台和导出文件' },
  play: { en: 'the rules that make follow-ups', zh: '产生跟进的规则（玩法）' },
  points: { en: 'points earned, used and expired, by your rules', zh: '积分：规则、获得、使用与过期' },
  products: { en: 'what you know of your products', zh: '商品资料' },
  rates: { en: 'exchange rates of the currencies you sell in', zh: '销售所用各货币的汇率' },
  retention: {
    en: 'how long people are kept, and forgetting those past it',
    zh: '客户资料保留多久，以及忘记超期的客户',
  },
  segment: { en: 'groups of customers that follow from the data', zh: '由数据得出的客户分组' },
  shops: { en: 'your shops: currency, time zone, rules', zh: '你的店铺：货币、时区、规则' },
  suppress: { en: 'addresses, domains, customers never to be contacted', zh: '禁止联系的联系方式、域名和客户' },
  tag: { en: 'labels on customers, by hand or following a segment', zh: '客户标签：手动或跟随分组' },
  touches: { en: 'contacts made, and what became of them', zh: '已进行的联系及其结果' },
};
