/** Words that stand over the columns of customer tables, by the plain name they mean; the first that a header has wins. */
import type { CustomerTableField } from '../../platforms/customer-table.ts';
import { ALIASES } from './header-aliases.ts';

const words = (text: string): readonly string[] => text.trim().split(/,\s+/);

export const CUSTOMER_ALIASES: Readonly<Record<CustomerTableField, readonly string[]>> = {
  account: ['account', ...ALIASES.account, ...words('旺旺ID, 会员ID, 会员编号, 淘宝ID, 淘宝号, 客户ID, 客户号')],
  email: ['email', ...ALIASES.email, ...words('mail, email 1, e-mail 1 - value, 邮件, 信箱')],
  phone: [
    'phone',
    ...words(
      '手机, 手机号, 手机号码, 移动电话, 客户手机, 客户手机号, 会员手机, 联系手机, mobile, mobile phone, cell, cell phone, cellphone',
    ),
    ...ALIASES.phone,
    ...words('phone 1 - value, 联系号码, 电话号码, 客户电话, contact number'),
  ],
  other_phone: words(`
    other_phone, 电话, 联系电话, 座机, 固定电话, 备用电话, 电话2, 手机2, 其他电话, phone, telephone, tel, home phone, other phone, phone 2,
    landline, festnetz
  `),
  customer_name: [
    'customer_name',
    ...ALIASES.customer_name,
    ...words(
      'first name, firstname, given name, vorname, prénom, 客户名, 联系人, 真实姓名, 会员姓名, 名字, contact, contact name',
    ),
  ],
  last_name: words(
    'last_name, last name, lastname, surname, family name, nachname, nom de famille, apellido, apellidos, cognome, sobrenome',
  ),
  nickname: words(
    'nickname, nick name, nick, 昵称, 客户昵称, 会员昵称, 微信昵称, 备注名, 称呼, 网名, spitzname, surnom, alias',
  ),
  country: ALIASES.country,
  province: ALIASES.province,
  city: [...ALIASES.city, '所在城市', '地级市'],
  district: words('district, 区, 区县, 县区, 县, 區, 鄉鎮市區, 地区, 市辖区'),
  postcode: ALIASES.postcode,
  address: [
    ...ALIASES.address,
    ...words('家庭住址, 通讯地址, 联系地址, 邮寄地址, 客户地址, full address, mailing address, anschrift'),
  ],
  birthday: words(`
    birthday, birth date, birthdate, date of birth, dob, 生日, 出生日期, 出生年月, 出生年月日, 客户生日, 生辰, 誕生日, 生年月日, geburtstag, geburtsdatum,
    anniversaire, date de naissance, cumpleaños, fecha de nacimiento, compleanno, aniversário
  `),
  gender: words('gender, sex, 性别, 性別, 客户性别, geschlecht, sexe, sexo, genere'),
  tags: words('tags, tag, labels, label, 标签, 客户标签, 标记, 分组, 標籤, groups, group'),
  points: words('points, loyalty points, 积分, 客户积分, 会员积分, 可用积分, 積分, ポイント, punkte'),
  since: words(`
    since, customer since, created, created at, date added, date registered, registered, signup date, first purchase, first order, first order
    date, first purchase date, 首次购买, 首次购买时间, 首次购买日期, 首次下单, 首次下单时间, 首单时间, 首单日期, 注册时间, 注册日期, 入会时间, 加入时间, 成为客户时间, 添加时间,
    建档时间, 建档日期, kunde seit
  `),
  note: words(
    'note, notes, remark, remarks, comment, comments, memo, 备注, 客户备注, 备注信息, 说明, 備註, 備考, notiz, notizen, bemerkung, remarque, nota, notas',
  ),
  accepts_email: words(`
    accepts_email, accepts email, accepts email marketing, accepts marketing, email consent, email opt-in, newsletter, 是否同意邮件, 同意邮件, 接受邮件, 是否接受邮件, 邮件订阅,
    邮件营销
  `),
  accepts_sms: words(`
    accepts_sms, accepts sms, accepts sms marketing, sms consent, sms opt-in, 是否同意短信, 同意短信, 接受短信, 是否接受短信, 短信订阅, 短信营销, 是否同意接收短信, 短信同意
  `),
  accepts_phone: words(
    'accepts_phone, accepts phone, accepts calls, call consent, phone consent, 是否同意电话, 同意电话, 接受电话, 是否接受电话, 是否同意来电',
  ),
  accepted_at: words(
    'accepted_at, consent date, consent at, consent time, opt-in date, opted in at, 同意时间, 同意日期, 授权时间, 订阅时间',
  ),
  blacklist: words(
    'blacklist, blacklisted, blocked, block, do not contact, dnc, 黑名单, 是否黑名单, 拉黑, 是否拉黑, 拉黑原因, 黑名单原因, 禁止联系, 勿扰, 请勿联系, sperrliste',
  ),
};

/** What sellers note beside that and no field holds: kept under its own name. */
export const WORTH_KEEPING: ReadonlySet<string> = new Set(
  words(`
    微信, 微信号, 微信id, 微信账号, wechat, wechat id, weixin, qq, qq号, whatsapp, line, telegram, instagram, facebook, 抖音号, 小红书号, 等级, 会员等级, 客户等级, 级别, level, tier, vip等级,
    membership, 来源, 客户来源, 来源渠道, 渠道, 来源平台, source, channel, lead source, 公司, 单位, company, 职业, 行业, 喜好, 偏好, 尺码, 过敏, 皮肤类型, 口味
  `),
);
