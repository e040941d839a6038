/** What a template may name of a customer and of what set the message off. To add one: a line here, and its words. */

/** money: minor units of the customer's currency; day: YYYY-MM-DD; month_day: a day of which the year is not said. */
export type FieldType = 'text' | 'list' | 'number' | 'money' | 'day' | 'month_day';
export type TextValue = string | number | readonly string[];

interface TextField {
  readonly type: FieldType;
  /** Of an invented customer. */
  readonly example: TextValue;
  /** Chinese for it, as the segment language has it where it has the field. */
  readonly aliases: readonly string[];
}

export const TEXT_FIELDS = {
  name: { type: 'text', example: '周小茶', aliases: ['姓名', '客户姓名', '名字'] },
  salutation: { type: 'text', example: '周女士', aliases: ['称呼', '尊称'] },
  account: { type: 'text', example: '小茶爱喝茶', aliases: ['账号', '平台账号', '买家账号'] },
  gender: { type: 'text', example: 'f', aliases: ['性别'] },
  birthday: { type: 'month_day', example: '1990-05-12', aliases: ['生日'] },
  city: { type: 'text', example: '杭州市', aliases: ['城市'] },
  province: { type: 'text', example: '浙江省', aliases: ['省份', '地区', '省'] },
  country: { type: 'text', example: 'CN', aliases: ['国家'] },
  number_of_orders: { type: 'number', example: 5, aliases: ['下单次数', '订单数', '订单数量', '购买次数'] },
  amount_spent: { type: 'money', example: 128_850, aliases: ['消费金额', '累计消费', '消费额', '总消费'] },
  currency: { type: 'text', example: 'CNY', aliases: ['货币', '币种'] },
  first_order_date: {
    type: 'day',
    example: '2025-03-08',
    aliases: ['首次下单', '首次下单时间', '首单日期', '首单时间', '首次购买'],
  },
  last_order_date: {
    type: 'day',
    example: '2026-05-20',
    aliases: ['最近下单', '最近下单时间', '最后下单', '最后下单时间', '最近购买'],
  },
  days_since_last_order: { type: 'number', example: 42, aliases: ['未下单天数', '距上次下单天数'] },
  last_items: { type: 'list', example: ['明前龙井', '玻璃公道杯'], aliases: ['上次购买', '上次所购'] },
  favourite_product: { type: 'text', example: '明前龙井', aliases: ['最常买商品', '最爱商品'] },
  level: { type: 'text', example: '银卡', aliases: ['会员等级', '等级'] },
  shop: { type: 'text', example: '山间茶铺', aliases: ['店铺', '店名'] },
  product: { type: 'text', example: '明前龙井', aliases: ['商品'] },
  order_number: { type: 'text', example: '20260520-0017', aliases: ['订单号', '单号'] },
  festival: { type: 'text', example: '中秋节', aliases: ['节日'] },
  day: { type: 'day', example: '2026-07-01', aliases: ['今天', '日期'] },
} as const satisfies Readonly<Record<string, TextField>>;

export type TextFieldName = keyof typeof TEXT_FIELDS;
/** What is known of one customer; null and what is not there are the same. */
export type TextValues = Readonly<Partial<Record<TextFieldName, TextValue | null>>>;

export const FIELD_NAMES = Object.keys(TEXT_FIELDS) as readonly TextFieldName[];

const BY_NAME = new Map<string, TextFieldName>(
  FIELD_NAMES.flatMap((name) => [name, ...TEXT_FIELDS[name].aliases].map((word) => [word, name] as const)),
);

/** Every word that names a field, in both languages. */
export const FIELD_WORDS: readonly string[] = [...BY_NAME.keys()];

/** Undefined where nothing is called so. */
export const fieldNamed = (word: string): TextFieldName | undefined => BY_NAME.get(word);

/** The invented customer: for trying a template out. */
export const EXAMPLES: TextValues = Object.fromEntries(FIELD_NAMES.map((name) => [name, TEXT_FIELDS[name].example]));
