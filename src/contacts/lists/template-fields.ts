/** What a provider's own table can ask of a person, and the headers that are known to ask for it. */
import { normaliseHeader } from '../../values/text.ts';
import { genderLetter } from './gender.ts';
import { day, integer, number, type PersonColumn, phone, text } from './person-columns.ts';
import { amountSpent, birthdayIso, firstName, lastName, streetLine } from './person-facts.ts';
import { nationalNumber } from './national-number.ts';

interface TemplateField {
  readonly column: PersonColumn;
  readonly headers: readonly string[];
}

const field = (column: PersonColumn, headers: string): TemplateField => ({ column, headers: headers.split(', ') });

const FIELDS: readonly TemplateField[] = [
  field(
    phone('phone_national', ({ phone }) => phone && nationalNumber(phone)),
    '手机号, 手机号码, 手机, 电话, 电话号码, 联系电话, 移动电话, 接收号码, 接收手机号, 短信号码, 号码, 手機, 手機號碼, 電話',
  ),
  field(
    phone('phone', (person) => person.phone),
    'phone, phone number, mobile, mobile number, mobile phone, cell, cell phone, cellphone, tel, telephone, msisdn, recipient',
  ),
  field(
    text('email', ({ email }) => email),
    'email, e-mail, email address, mail, 邮箱, 电子邮箱, 邮箱地址, 電子郵件',
  ),
  field(
    text('name', ({ name }) => name),
    'name, full name, customer name, contact name, 姓名, 名字, 客户姓名, 客户名称, 联系人, 用户姓名',
  ),
  field(text('first_name', firstName), 'first name, given name, fname, 名'),
  field(text('last_name', lastName), 'last name, family name, surname, lname, 姓, 姓氏'),
  field(
    text('salutation', ({ salutation }) => salutation),
    'salutation, title, greeting, 称呼, 尊称, 称谓, 稱呼',
  ),
  field(
    text('gender', ({ gender }) => genderLetter(gender) ?? null),
    'gender, sex',
  ),
  field(text('gender_chinese', chineseGender), '性别, 性別'),
  field(day('birthday', birthdayIso), 'birthday, birth date, date of birth, dob, 生日, 出生日期'),
  field(
    text('language', ({ language }) => language),
    'language, locale, 语言',
  ),
  field(
    text('country', ({ country }) => country),
    'country, country code, 国家',
  ),
  field(
    text('province', ({ province }) => province),
    'province, state, region, 省, 省份',
  ),
  field(
    text('city', ({ city }) => city),
    'city, town, 市, 城市',
  ),
  field(
    text('district', ({ district }) => district),
    'district, 区, 区县',
  ),
  field(
    text('postcode', ({ postcode }) => postcode),
    'postcode, zip, zip code, postal code, 邮编',
  ),
  field(text('address', streetLine), 'address, street, 地址, 详细地址'),
  field(
    integer('number_of_orders', (person) => person.number_of_orders),
    'orders, number of orders, order count, 订单数, 订单数量, 购买次数',
  ),
  field(number('amount_spent', amountSpent), 'total spent, amount spent, 消费金额, 累计消费'),
  field(
    text('currency', ({ currency }) => currency),
    'currency, 币种',
  ),
  field(
    day('first_order_date', (person) => person.first_order_date),
    'first order, first order date, 首次下单日期',
  ),
  field(
    day('last_order_date', (person) => person.last_order_date),
    'last order, last order date, 最近下单日期',
  ),
  field(
    text('tags', ({ tags }) => tags.join(', ') || null),
    'tags, labels, 标签, 客户标签',
  ),
  field(
    integer('customer_id', (person) => person.customer_id),
    'customer number, 客户编号, 会员编号',
  ),
];

export const TEMPLATE_FIELDS: readonly string[] = FIELDS.map(({ column }) => column.name);

const BY_NAME = new Map(FIELDS.map(({ column }) => [column.name, column]));
const BY_HEADER = new Map(
  FIELDS.flatMap(({ column, headers }) =>
    [column.name, ...headers].map((header): [string, PersonColumn] => [normaliseHeader(header), column]),
  ),
);

/** Undefined where no field is called so. */
export const templateField = (name: string): PersonColumn | undefined => BY_NAME.get(name);

/** What a header asks for, also as a variable, ${name}, or with a remark in brackets: 手机号（必填）. */
export function fieldAskedFor(header: string): PersonColumn | undefined {
  const variable = /^\s*[$#]?\{+\s*([^{}]+?)\s*\}+\s*$/.exec(header)?.[1] ?? header;
  const bare = variable.replace(/[（(【[].*$/su, '');
  return BY_HEADER.get(normaliseHeader(variable)) ?? BY_HEADER.get(normaliseHeader(bare));
}

function chineseGender({ gender }: Parameters<PersonColumn['of']>[0]): string | null {
  const letter = genderLetter(gender);
  return letter === 'f' ? '女' : letter === 'm' ? '男' : null;
}
