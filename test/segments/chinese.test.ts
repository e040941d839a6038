import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/messages/words.ts';
import {
  ATTRIBUTE_ALIASES,
  COLLECTION_ALIASES,
  FIELD_ALIASES,
  VALUE_ALIASES,
  WORD_ALIASES,
} from '../../src/segments/aliases.ts';
import { attributeFor, cutWords, nameFor, valueFor } from '../../src/segments/alias-words.ts';
import { COLLECTIONS } from '../../src/segments/collections.ts';
import { FIELDS, levelsOf } from '../../src/segments/fields.ts';
import { parse } from '../../src/segments/grammar.ts';
import { print } from '../../src/segments/print.ts';
import { inChinese } from '../helpers/chinese-query.ts';
import { randomQuery } from '../helpers/random-query.ts';
import { bare } from './bare.ts';

const same = (chinese: string, english: string) => {
  expect(bare(parse(chinese)), chinese).toEqual(bare(parse(english)));
  expect(print(parse(chinese)), chinese).toBe(print(parse(english)));
};

describe('a query in Chinese', () => {
  it.each([
    ['下单次数 >= 3 且 最近下单 < -90d', 'number_of_orders >= 3 AND last_order_date < -90d'],
    ['下单次数>=3且最近下单<-90d', 'number_of_orders >= 3 AND last_order_date < -90d'],
    ['订单数不少于3次并且最后下单时间早于90天前', 'number_of_orders >= 3 AND last_order_date < -90d'],
    ['消费金额 期间（2025-01-01，2025-12-31） >= 1000', 'amount_spent DURING (2025-01-01, 2025-12-31) >= 1000'],
    ['消费金额前10%或客单价后10%', 'amount_spent TOP 10% OR average_order_value BOTTOM 10%'],
    ['消费金额 前50名', 'amount_spent TOP 50'],
    ['消费金额百分位>=90', 'amount_spent PERCENTILE >= 90'],
    [
      "城市在（'杭州市'，'上海市'）和省份不在('北京市')",
      "customer_city IN ('杭州市', '上海市') AND customer_region NOT IN ('北京市')",
    ],
    ["姓名以'王'开头且账号以“88”结尾", "customer_name STARTS WITH '王' AND customer_account ENDS WITH '88'"],
    ["姓名开头是'王'", "customer_name STARTS WITH '王'"],
    ["标签包含'vip'且标签不包含'投诉'", "customer_tags CONTAINS 'vip' AND customer_tags NOT CONTAINS '投诉'"],
    ['邮箱为空或者电话不为空', 'customer_email IS NULL OR customer_phone IS NOT NULL'],
    ['生日介于今天和7天后之间', 'birthday BETWEEN today AND +7d'],
    ['最近下单 介于 2026年1月1日 至 2026年1月31日', 'last_order_date BETWEEN 2026-01-01 AND 2026-01-31'],
    ['最近下单>=3个月前且首次下单<1年前', 'last_order_date >= -3m AND first_order_date < -1y'],
    ['最近下单>=2周之前且首次下单>=上月初', 'last_order_date >= -2w AND first_order_date >= month_start -1m'],
    ['非（下单次数=1）', 'NOT (number_of_orders = 1)'],
    ["不是（下单次数=1）且性别不是'女'", "NOT (number_of_orders = 1) AND gender != 'female'"],
    ["性别是'女'且短信同意='同意'", "gender = 'female' AND sms_subscription_status = 'SUBSCRIBED'"],
    ["客户分组='最佳客户'且RFM分组!='有流失风险'", "rfm_group = 'champions' AND rfm_group != 'at_risk'"],
    ["rfm 分组在('忠诚客户')", "rfm_group IN ('loyal')"],
    [
      "在分组('champions')且不在分组('vip' 截至 本月初)",
      "in_segment('champions') AND NOT in_segment('vip' AS OF month_start)",
    ],
    ["抽样10%种子'x'", "SAMPLE 10% SEED 'x'"],
    ["订单匹配(状态='已退款',次数>=2)", "orders_placed MATCHES (state = 'refunded', count >= 2)"],
    [
      "购买商品 匹配 (标题 包含 '面膜', 数量 >= 2件)",
      "products_purchased MATCHES (title CONTAINS '面膜', quantity >= 2)",
    ],
    ["购买商品不匹配(订单号='A1')", "products_purchased NOT MATCHES (order_number = 'A1')"],
    ['订单(日期:90天前,次数:2)=真', 'orders_placed(date: -90d, count: 2) = true'],
    ["备注记录 匹配 (类型 = '投诉')", "notes MATCHES (kind = 'complaint')"],
    ["联系记录 匹配 (渠道 = '电话', 类型 = '关怀')", "contacted MATCHES (channel = 'phone', kind = 'care')"],
    [
      "标签记录 匹配 (标签 = 'vip', 到期 介于 今天 到 15天后)",
      "tagged MATCHES (tag = 'vip', expires BETWEEN today AND +15d)",
    ],
    ["电话类型='手机'", "customer_phone_type = 'mobile'"],
    ["周年(日期: '首次下单') = 今天", "anniversary(date: 'first_order_date') = today"],
    ["自定义('喜好')包含'绿茶'", "own_field('喜好') CONTAINS '绿茶'"],
    ['客单价 大于 1.5 * 消费金额', 'average_order_value > 1.5 * amount_spent'],
    [
      'number_of_orders>=3且last_order_date不早于30_days_ago且城市为空',
      'number_of_orders >= 3 AND last_order_date >= -30d AND customer_city IS NULL',
    ],
    ['rfm_group不为空', 'rfm_group IS NOT NULL'],
  ])('%s', (chinese, english) => same(chinese, english));

  it('leaves quoted texts alone where the field has no levels', () => {
    same("姓名 = '女' 且 标签 = '今天'", "customer_name = '女' AND customer_tags = '今天'");
  });

  it('is the tree of its twin for every alias of every name and word', () => {
    for (const [field, aliases] of Object.entries(FIELD_ALIASES))
      for (const alias of aliases) {
        const [one, other] = field === 'own_field' ? [`${alias}('a')`, "own_field('a')"] : [alias, field];
        for (const empty of WORD_ALIASES['IS NULL'] ?? []) same(`${one}${empty}`, `${other} IS NULL`);
        for (const filled of WORD_ALIASES['IS NOT NULL'] ?? [])
          same(`且${one}${filled}`.slice(1), `${other} IS NOT NULL`);
      }
    for (const { name, attributes, aggregates } of COLLECTIONS) {
      const known = [...attributes, ...aggregates].map((of) => of.name);
      for (const alias of COLLECTION_ALIASES[name] ?? []) same(`${alias}匹配()`, `${name} MATCHES ()`);
      const collection = COLLECTION_ALIASES[name]?.[0] ?? '';
      for (const attribute of known)
        for (const alias of ATTRIBUTE_ALIASES[attribute] ?? [])
          if (attributeFor(alias, known) === attribute)
            same(`${collection}匹配(${alias}为空)`, `${name} MATCHES (${attribute} IS NULL)`);
    }
  });

  it('has a name for every field, collection, attribute and level, and none twice', () => {
    const names = [...Object.values(FIELD_ALIASES), ...Object.values(COLLECTION_ALIASES)].flat();
    expect(new Set(names).size).toBe(names.length);
    for (const { name } of FIELDS) expect(nameFor(FIELD_ALIASES[name][0] ?? ''), name).toBe(name);
    for (const { name, attributes, aggregates } of COLLECTIONS) {
      const known = [...attributes, ...aggregates].map((of) => of.name);
      for (const attribute of known) {
        const aliases = ATTRIBUTE_ALIASES[attribute] ?? [];
        expect(
          aliases.some((alias) => attributeFor(alias, known) === attribute),
          `${name} ${attribute}`,
        ).toBe(true);
        for (const alias of aliases) expect(attributeFor(alias, known), `${name} ${alias}`).toBe(attribute);
      }
    }
    const words = Object.values(WORD_ALIASES).flat();
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect([...names, ...Object.values(ATTRIBUTE_ALIASES).flat()]).not.toContain(word);
  });

  it('reads every level by the term the program prints for it', () => {
    const { terms } = wordsFor('zh');
    const levels = [
      ...FIELDS.map(({ name }) => levelsOf(name)),
      ...COLLECTIONS.flatMap(({ attributes }) => attributes.map((attribute) => attribute.levels ?? [])),
    ];
    for (const known of levels)
      for (const level of known) {
        expect(VALUE_ALIASES[level], level).toBeDefined();
        const printed = terms[level];
        if (printed !== undefined) expect(valueFor(printed, known), printed).toBe(level);
      }
  });

  it('says the same as any query it is made of, blanks or none', () => {
    fc.assert(
      fc.property(randomQuery, fc.boolean(), fc.infiniteStream(fc.nat()), (tree, blanks, numbers) => {
        const pick = (words: readonly string[]) => words[Number(numbers.next().value) % words.length] ?? '';
        const english = print(tree);
        const chinese = inChinese(english, pick, blanks);
        expect(bare(parse(chinese)), chinese).toEqual(bare(parse(english)));
        expect(print(parse(chinese)), chinese).toBe(english);
      }),
      { numRuns: 3000 },
    );
  });

  it('cuts what has no blanks at the words it knows, and keeps together what it does not', () => {
    expect(cutWords('且最近下单')).toEqual(['且', '最近下单']);
    expect(cutWords('下但次数大于')).toEqual(['下但次数', '大于']);
    expect(cutWords('且最近下但')).toEqual(['且', '最近下但']);
    expect(cutWords('城市有')).toEqual(['城市有']);
    expect(cutWords('首次下单时间不早于')).toEqual(['首次下单时间', '不早于']);
    expect(cutWords('并切最近下单')).toEqual(['并切', '最近下单']);
    expect(cutWords('茶'.repeat(100_000))).toEqual(['茶'.repeat(100_000)]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'且最近下单次数大于不为空城市以开头茶')), (letters) => {
        expect(cutWords(letters.join('')).join('')).toBe(letters.join(''));
      }),
    );
  });
});
