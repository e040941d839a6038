/** The words that stand over the columns of order exports, by which a wrong decoding is told from the right one. */
import { platforms } from '../../platforms/index.ts';
import { normaliseHeader } from '../../values/text.ts';

/** Column names of order exports in Simplified and Traditional Chinese, Japanese and the accented languages, beside those of our layouts. */
const VOCABULARY = `
订单号 订单编号 订单时间 订单日期 订单状态 订单金额 下单时间 付款时间 支付时间 成交时间 发货时间 买家昵称 买家姓名 买家留言
商品名称 商品编号 商品数量 商品单价 商品规格 数量 单价 金额 总价 实付金额 应付金额 运费 优惠 备注 状态 快递单号 店铺 币种
收货人 收件人 收货地址 收件地址 联系电话 联系方式 手机 手机号 手机号码 电话 姓名 地址 省 市 区 邮编 会员 客户 客户姓名 日期 时间 编号 邮箱
訂單編號 訂單號碼 訂單日期 訂單時間 訂單狀態 訂單金額 訂單成立日期 買家帳號 買家姓名 收件者姓名 收件人 收件地址 收貨人 收貨地址 電話 手機
姓名 地址 商品名稱 商品原價 商品總價 數量 單價 金額 總金額 運費 備註 狀態 付款方式 付款時間 日期 時間 客戶 顧客 會員 郵遞區號 電子郵件
注文番号 注文日 注文日時 注文者 注文者名 注文状況 購入者 購入日 購入者名 氏名 お名前 名前 電話番号 住所 郵便番号 都道府県 配送先 お届け先
商品名 商品番号 個数 数量 単価 小計 合計 合計金額 請求金額 送料 支払方法 備考 メールアドレス 日付 顧客
numéro prénom société quantité téléphone état payé libellé número teléfono dirección población código descripción país preço endereço
käufer straße größe stückpreis bestellübersicht währung käufername straße/hausnummer città quantità
`
  .trim()
  .split(/\s+/);

let known: ReadonlySet<string> | undefined;

/** Every known column name with a letter beyond ASCII, as normaliseHeader gives it. */
export function headerWords(): ReadonlySet<string> {
  known ??= new Set(
    [
      ...platforms.flatMap(({ layouts }) => layouts.flatMap(({ columns }) => Object.values(columns).flat())),
      ...VOCABULARY,
    ]
      .map(normaliseHeader)
      .filter((word) => /[^\0-~]/.test(word)),
  );
  return known;
}

/** How many of the cells of a text are known column names, whatever separates them. */
export function countHeaderWords(text: string): number {
  const words = headerWords();
  return text.split(/[,;\t|\r\n]/).filter((cell) => words.has(normaliseHeader(cell))).length;
}
