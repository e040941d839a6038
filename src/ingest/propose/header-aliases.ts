/** Words that stand over the columns of order lists, by the plain name they mean; the first that a header has wins. */
import type { GenericField } from '../../platforms/generic.ts';

const words = (text: string): readonly string[] => text.trim().split(/,\s+/);

export const ALIASES: Readonly<Record<GenericField, readonly string[]>> = {
  order_id: words(`
    order id, order number, order no, order no., order #, order, receipt, receipt number, invoice, invoice
    number, transaction id, sale id, number, 订单号, 订单编号, 主订单编号, 线上订单号, 单号, 订单, 訂單編號, 訂單號碼, 注文番号, 受注番号,
    小票号, 流水号, 销售单号, 小票, bestellnummer, auftragsnummer, bonnummer, belegnummer, bon-nr., bon, bestellung, rechnungsnummer, numéro de commande, n° commande, n° de commande,
    commande, número de pedido, nº pedido, pedido, nº de pedido, numero ordine, ordine, bestelnummer,
    ordernummer, nomor pesanan, no. pesanan, mã đơn hàng, หมายเลขคำสั่งซื้อ, 주문번호
  `),
  order_date: words(`
    order date, date, created at, created, date created, purchase date, sale date, placed on, ordered at, order
    created, order time, transaction date, datetime, 下单时间, 订单创建时间, 下单日期, 订单日期, 订单时间, 成交时间, 付款时间, 支付时间, 交易时间, 日期,
    时间, 訂單日期, 訂單時間, 注文日, 注文日時, 销售日期, 销售时间, bestelldatum, datum, verkaufsdatum, belegdatum, auftragsdatum, kaufdatum, date de commande, fecha, fecha del
    pedido, fecha de compra, data, data do pedido, data ordine, besteldatum, tanggal, tanggal pesanan, ngày đặt
    hàng, วันที่สั่งซื้อ, 주문일
  `),
  order_time: words(`
    time, uhrzeit, heure, hora, ora, 时刻, 時間
  `),
  status: words(`
    status, order status, state, financial status, payment status, 订单状态, 状态, 交易状态, 訂單狀態, bestellstatus, statut,
    état, estado, stato, trạng thái, สถานะ, 주문상태, 注文状況
  `),
  shop: words(`
    shop, store, shop name, store name, 店铺, 店铺名称, 店名, boutique, tienda, loja, negozio
  `),
  account: words(`
    account, username, user name, buyer username, buyer id, customer id, customer number, user id, login, 买家会员名,
    买家昵称, 买家账号, 会员号, 会员名, 旺旺, 旺旺号, 用户名, 客户编号, 客户网名, 买家帳號, kundennummer, numéro client, número de cliente, codice
    cliente, klantnummer, 会員id
  `),
  customer_name: words(`
    customer name, customer, buyer name, buyer, name, full name, client, billing name, 客户姓名, 客户, 买家姓名, 姓名, 买家,
    顾客, 客户名称, 顧客姓名, 買家姓名, 注文者, 注文者名, 氏名, kunde, kundenname, nom, nom du client, cliente, nombre, nome, nome
    cliente, klant, naam, nama, nama pembeli, khách hàng, ชื่อลูกค้า, 구매자
  `),
  email: words(`
    email, e-mail, email address, customer email, buyer email, 邮箱, 电子邮箱, 电子邮件, 電子郵件, メールアドレス, courriel, correo,
    correo electrónico
  `),
  phone: words(`
    phone, telephone, mobile, phone number, customer phone, tel, mobile number, 手机, 手机号, 手机号码, 电话, 联系电话, 联系方式,
    买家手机号, 電話, 手機, 電話番号, telefon, telefonnummer, handy, téléphone, teléfono, telefone, telefono, telefoon, no.
    telepon, số điện thoại, เบอร์โทรศัพท์
  `),
  receiver_name: words(`
    receiver, recipient, ship to name, shipping name, 收货人, 收件人, 收货人姓名, 收件人姓名, 收件者姓名, 届け先氏名, empfänger,
    destinataire, destinatario, ontvanger, penerima
  `),
  receiver_phone: words(`
    receiver phone, shipping phone, recipient phone, 收货人手机, 收货人电话, 收件人手机, 收件人电话, 收货电话, 收货人手机号, 收件者電話
  `),
  country: words(`
    country, shipping country, 国家, 國家, land, pays, país, paese, negara
  `),
  province: words(`
    province, state/province, state, region, estado, stato, état, 省, 省份, bundesland, provincia, provinsi
  `),
  city: words(`
    city, town, shipping city, 市, 城市, stadt, ort, ville, ciudad, cidade, città, kota
  `),
  postcode: words(`
    postcode, zip, zip code, postal code, 邮编, 郵遞區號, plz, postleitzahl, code postal, código postal, cep, cap
  `),
  address: words(`
    address, shipping address, street, 地址, 收货地址, 收件地址, 详细地址, 住所, adresse, straße, strasse, dirección, endereço,
    indirizzo, alamat
  `),
  sku: words(`
    sku, article number, item number, product code, 商品编码, 货号, 商家编码, 编码, 款号, 商品番号, artikelnummer, référence,
    código, codice, kode
  `),
  item: words(`
    item, product, product name, item name, title, description, article, 商品, 商品名称, 商品标题, 宝贝标题, 品名, 货品名称, 商品名稱,
    商品名, artikel, produkt, bezeichnung, produit, libellé, producto, produto, prodotto, nama produk, sản phẩm,
    ชื่อสินค้า
  `),
  variant: words(`
    variant, variation, option, size, 规格, 商品规格, 颜色分类, 商品属性, 型号, variante
  `),
  quantity: words(`
    quantity, qty, pieces, pcs, units, count, 数量, 件数, 商品数量, 购买数量, 數量, 個数, anzahl, menge, quantité, qté, cantidad,
    quantidade, quantità, aantal, jumlah, số lượng, จำนวน
  `),
  unit_price: words(`
    unit price, price, item price, price each, each, 单价, 商品单价, 售价, 價格, 單價, 単価, preis, einzelpreis, stückpreis, prix,
    prix unitaire, precio, preço, prezzo, prijs, harga, đơn giá, ราคา
  `),
  line_total: words(`
    line total, subtotal, row total, amount of line, 小计, 小计金额, 行金额, zeilensumme, positionssumme, sous-total, subtotale
  `),
  order_total: words(`
    order total, total, amount, grand total, total amount, total price, order amount, sum, paid, amount paid,
    实付, 实付金额, 实付款, 订单金额, 总金额, 应付金额, 金额, 总价, 合计, 成交金额, 付款金额, 訂單金額, 總金額, 金額, 合計金額, gesamt, gesamtbetrag, summe,
    betrag, montant, importe, valor, valor total, totale, importo, totaal, bedrag, total pembayaran, tổng tiền,
    ยอดรวม
  `),
  discount: words(`
    discount, discount amount, 优惠, 优惠金额, 折扣, rabatt, remise, descuento, desconto, sconto, korting
  `),
  shipping: words(`
    shipping, shipping cost, postage, delivery, 运费, 邮费, 運費, 送料, versand, versandkosten, frais de port, envío,
    frete, spedizione
  `),
  refunded: words(`
    refunded, refund, refund amount, 退款, 退款金额, erstattung, remboursement, reembolso, rimborso
  `),
  coupon: words(`
    coupon, coupon code, discount code, 优惠券, gutschein, code promo, cupón
  `),
  currency: words(`
    currency, currency code, 币种, 货币, währung, devise, moneda, moeda, valuta, mata uang
  `),
  accepts_marketing: words(`
    accepts marketing, newsletter, marketing consent, opt-in, subscribed, 接受营销, 订阅
  `),
};

/** Over columns of people who are never the buyer. */
export const NEVER_THE_BUYER =
  /达人|cps|分销|带货|导购|推广|团长|收银|客服|业务|审核|卖家|商家|供应商|快递|物流|仓|身份证|发票|代理|promot|affiliat|agent|seller|vendor|supplier|courier|carrier|warehouse|cashier|staff|employee|sales\s*rep|driver|verkäufer|lieferant|vendeur|vendedor|fornitore|kurir/i;
