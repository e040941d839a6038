/** Which characters a file is written in, and what becomes of the rows that are not. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../src/ingest/text/encoding.ts';
import { openSource } from '../../src/ingest/bytes/source.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'item', 'order_total'];
const order = (id: string, name: string, item = 'Tea') => [id, '2026-05-04 09:15:00', name, item, '5.00'];
const names = (seller: Seller) => seller.query('SELECT customer_name FROM orders_view ORDER BY order_number');

async function detect(bytes: Uint8Array) {
  const seller = newSeller();
  const source = await openSource(`${seller.folder}/${seller.write('t.csv', bytes)}`, process.stdin);
  return detectEncoding(source);
}
const encode = (text: string, encoding: string) => iconv.encode(text, encoding);
const table = (...people: string[]) => csv([HEADER, ...people.map((name, index) => order(`A-${index}`, name))]);

describe('the encoding of a file', () => {
  it.each<[string, string, string, string]>([
    ['gb18030', '订单编号,买家,金额\n1,李,5\n', 'gb18030', 'header_words'],
    ['big5', '訂單編號,收件者姓名,總金額\n1,林,5\n', 'big5', 'header_words'],
    ['shift_jis', '注文番号,氏名,合計金額\n1,林,5\n', 'shift_jis', 'header_words'],
    ['windows-1252', 'Bestellung;Käufer;Straße\n1;Ann;Weg 1\n', 'windows-1252', 'header_words'],
    ['gb18030', 'order,name\n1,李\n', 'gb18030', 'letters'],
    ['gb18030', 'order,name\n1,喆\n', 'gb18030', 'letters'],
    ['gb18030', table('王小茶', '欣怡', 'Ann'), 'gb18030', 'letters'],
    ['big5', table('陳大文', '林小姐', '臺北市中正區'), 'big5', 'letters'],
    ['shift_jis', table('山田太郎', '東京都千代田区'), 'shift_jis', 'letters'],
    ['windows-1252', table('Müller', 'Gröger', 'Søren'), 'windows-1252', 'letters'],
    ['windows-1252', table('Chloé Dupont', '5 €'), 'windows-1252', 'nothing_else'],
  ])('%s of %j is found', async (written, text, encoding, why) => {
    expect(await detect(encode(text, written))).toEqual({ encoding, why });
  });

  it('is found where the first letter beyond ASCII stands far down', async () => {
    const plain = Array.from({ length: 30_000 }, (_, index) => order(`A-${index}`, 'Ann', 'x'.repeat(60)));
    const text = csv([HEADER, ...plain, order('B-1', '王小茶'), order('B-2', '李远')]);
    expect(await detect(encode(text, 'gb18030'))).toEqual({ encoding: 'gb18030', why: 'letters' });
  });

  it.each(['utf-16le', 'utf-16be'])(
    'may be %s in Chinese, half of whose bytes look like control characters',
    async (encoding) => {
      const seller = newSeller();
      const people = Array.from({ length: 40 }, () => '一丁七万丈三上下');
      const bytes = encode(table(...people), encoding);
      const { status, stderr } = await seller.run(['ingest', seller.write('wide.csv', bytes), ...NEW_SHOP]);
      expect(status, stderr).toBe(0);
      expect((await names(seller))[0]).toEqual({ customer_name: '一丁七万丈三上下' });
    },
  );

  it('of a long Latin text does not become Chinese', async () => {
    const people = ['Jürgen Größ', 'Zoë Brontë', 'François Hébert', 'Øyvind Åsen', 'Señora Muñoz', 'Łukasz'].map(
      (name) => name.replace('Ł', 'L'),
    );
    const text = table(...Array.from({ length: 3000 }, (_, index) => people[index % people.length] ?? ''));
    expect(await detect(encode(text, 'windows-1252'))).toMatchObject({ encoding: 'windows-1252' });
  });

  it.each(['utf-16le', 'utf-16be'])('is %s though hardly a byte of it is zero', async (encoding) => {
    const text = '订单编号,收货人姓名,收货地址\n一二三四五,王小茶,浙江省杭州市西湖区文三路\n'.repeat(4);
    expect(await detect(encode(text, encoding))).toEqual({ encoding, why: 'zero_bytes' });
  });

  it('is UTF-8 in spite of a few bytes that are not', async () => {
    const bytes = Buffer.concat([Buffer.from(table('王小茶', '李远')), Buffer.from([0xe9, 0x2c, 0x0a])]);
    expect(await detect(bytes)).toEqual({ encoding: 'utf-8', why: 'mostly_valid' });
  });

  it('is UTF-8 where accents stand within words, though the bytes may mean something else', async () => {
    const text = Buffer.from(table('Chloé Dupont', 'Chloé Dupont', 'Ben !', 'Ann'));
    const at = text.indexOf('!');
    const half = Buffer.concat([text.subarray(0, at), Buffer.from([0xed, 0xa0, 0xbd]), text.subarray(at + 1)]);
    expect(await detect(half)).toEqual({ encoding: 'utf-8', why: 'mostly_valid' });
  });

  it.each(['big5', 'shift_jis'])('is %s where the seller says so', async (encoding) => {
    const seller = newSeller();
    const file = seller.write('orders.csv', encode(table('山田太郎'), encoding));
    const summary = await seller.ingest(file, ...NEW_SHOP, '--encoding', encoding);
    expect(summary.encoding).toBe(encoding);
    expect(await names(seller)).toEqual([{ customer_name: '山田太郎' }]);
  });

  it('may be marked twice, before quotes and before an appended file', async () => {
    const seller = newSeller();
    const quoted = (rows: string[][]) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
    const text = `\uFEFF\uFEFF${quoted([HEADER, order('A-1', 'Ann')])}\n\uFEFF${quoted([HEADER, order('A-2', 'Ben')])}\n`;
    const summary = await seller.ingest(seller.write('orders.csv', text), ...NEW_SHOP);
    expect(summary.rows).toMatchObject({ orders: 2, repeatedHeader: 1, refused: 0 });
  });
});

describe('bytes that are no characters', () => {
  it.each<[string, number[], string[]]>([
    ['utf-8', [0xed, 0xa0, 0xbd], ['王小茶', '李远']],
    ['utf-8', [0xe9], ['王小茶', '李远']],
    ['gb18030', [0xff], ['王小茶', '李远']],
    ['gb18030', [0x81], ['王小茶', '李远']],
    ['shift_jis', [0xfd], ['やまだ たろう', 'すずき はなこ']],
    ['big5', [0xff], ['陳大文', '臺北市林小姐']],
  ])('cost their own row of a file in %s: %j', async (encoding, bad, [first = '', last = '']) => {
    const seller = newSeller();
    const bytes = encode(csv([HEADER, order('A-1', first), order('A-2', `${first}!`), order('A-3', last)]), encoding);
    const at = bytes.indexOf('!');
    const parts = [bytes.subarray(0, at), Buffer.from(bad), bytes.subarray(at + 1)];
    const summary = await seller.ingest(seller.write('orders.csv', Buffer.concat(parts)), ...NEW_SHOP);
    expect(summary).toMatchObject({ encoding, orders: { new: 2, refused: 1 } });
    expect(await names(seller)).toEqual([{ customer_name: first }, { customer_name: last }]);
    const [refusal] = await seller.json<{ value: string }[]>('imports', 'show', '1');
    expect(refusal).toMatchObject({
      line: 3,
      order_number: 'A-2',
      reason: 'invalid_encoding',
      column: 'customer_name',
    });
    expect(refusal?.value).toContain('\uFFFD');
  });

  it('cost their own row of a file in UTF-16', async () => {
    const seller = newSeller();
    const bytes = Buffer.from(`\uFEFF${table('Ann', 'B@n', 'Cy')}`, 'utf16le');
    bytes.writeUInt16LE(0xd800, bytes.indexOf('@'));
    expect(await seller.ingest(seller.write('orders.csv', bytes), ...NEW_SHOP)).toMatchObject({
      encoding: 'utf-16le',
      orders: { new: 2, refused: 1 },
    });
  });

  it('are named with their line where they are zero', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', table('Ann', 'B\0n', 'Cy', 'Dee', 'Ed'));
    expect(await seller.ingest(file, ...NEW_SHOP)).toMatchObject({ encoding: 'utf-8', orders: { new: 4, refused: 1 } });
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ line: 3, reason: 'nul_byte' }]);
  });

  it.each<[string, number]>([
    ['gb18030', 1],
    ['utf-8', 1],
    ['utf-8', 2],
  ])('at the very end mean a file that was cut off: %s', async (encoding, missing) => {
    const seller = newSeller();
    const bytes = encode(csv([HEADER, order('A-1', '王小茶'), order('A-2', '李远')]), encoding);
    const cut = bytes.subarray(0, bytes.lastIndexOf(encode('远', encoding)) + encode('远', encoding).length - missing);
    const { status, stderr } = await seller.run(['ingest', seller.write('orders.csv', cut), ...NEW_SHOP]);
    expect(status).toBe(1);
    expect(stderr).toContain('orders.csv:3: the last row is cut off');
  });
});
