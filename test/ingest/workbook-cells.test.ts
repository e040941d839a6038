/** What the cells of an .xlsx hold, each the way some program writes it. */
import { streamXlsxRows } from 'hucre/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBytes, readSheet } from '../helpers/open-workbook.ts';
import { rows, type XlsxXml, xlsx, xlsxParts } from '../helpers/xlsx.ts';
import { zip } from '../helpers/zip.ts';

/** Both ways through the cells, which must give the same. */
async function cellsOf(book: Uint8Array): Promise<readonly string[][]> {
  const [quick, slow] = [await readSheet(await openBytes(book)), await readSheet(await openBytes(book, false))];
  expect(quick).toEqual(slow);
  return quick.rows;
}

const sheet = (row: string, more: Partial<XlsxXml> = {}) =>
  xlsx({ sheets: [{ name: 'Orders', xml: rows(`<row r="1">${row}</row>`) }], ...more });
const cell = async (xml: string, more: Partial<XlsxXml> = {}) => (await cellsOf(sheet(xml, more)))[0]?.at(-1);

const DATES: Partial<XlsxXml> = {
  formats: {
    164: 'yyyy\\-mm\\-dd hh:mm:ss',
    165: '[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
    166: '[h]:mm:ss',
    167: '#,##0.00&quot; days&quot;',
    168: '[Red]0.00',
    169: 'h:mm AM/PM',
    170: '0.00E+00',
  },
  styles: [0, 164, 165, 14, 166, 167, 168, 169, 170, 57, 22],
};

describe('text in a cell', () => {
  const strings = [
    '<si><t>plain</t></si>',
    '<si><r><t xml:space="preserve">Ann </t></r><r><rPr><b/></rPr><t>Archer</t></r></si>',
    '<si><t>山田太郎</t><rPh sb="0" eb="4"><t>ヤマダタロウ</t></rPh><phoneticPr fontId="1"/></si>',
    '<si/>',
    '<si><t>Tea &amp; Tin &#33590;&#x53f6; &lt;b&gt;</t></si>',
    '<si><t>one_x000D_\ntwo_x005F_x000D_</t></si>',
    '<si><t><![CDATA[5 < 6 &amp; 7]]></t></si>',
    '<si><t xml:space="preserve">  kept  </t></si>',
    '<si><t>a_x001F_b&#30;c</t></si>',
  ].join('');
  it.each([
    ['shared', 0, 'plain'],
    ['in runs', 1, 'Ann Archer'],
    ['with its reading beside it', 2, '山田太郎'],
    ['empty', 3, undefined],
    ['with entities', 4, 'Tea & Tin 茶叶 <b>'],
    ['with the escapes of spreadsheets', 5, 'one\r\ntwo_x000D_'],
    ['in CDATA', 6, '5 < 6 &amp; 7'],
    ['with blanks around it', 7, '  kept  '],
    ['with the signs that part our own rows', 8, 'a b c'],
  ])('%s', async (_, index, text) => {
    expect(await cell(`<c r="A1" t="s"><v>${index}</v></c>`, { strings })).toBe(text);
  });

  it.each([
    ['inline', '<c r="A1" t="inlineStr"><is><t>W-1</t></is></c>', 'W-1'],
    ['inline in runs', '<c t="inlineStr"><is><r><t>W</t></r><r><t>-1</t></r></is></c>', 'W-1'],
    ['inline with its reading', '<c t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></is></c>', '課'],
    ['inline in CDATA', '<c t="inlineStr"><is><t><![CDATA[a&b]]></t></is></c>', 'a&b'],
    ['called inline and written as a value', '<c t="inlineStr"><v>W-1</v></c>', 'W-1'],
    ['of a formula', '<c r="A1" t="str"><f>"W-"&amp;1</f><v>W-1</v></c>', 'W-1'],
    ['that looks like a number', '<c r="A1" t="str"><v>-8086931554011838357</v></c>', '-8086931554011838357'],
    ['beyond the first plane', '<c t="inlineStr"><is><t>𠮷&#x1F600;</t></is></c>', '𠮷😀'],
  ])('%s', async (_, xml, text) => expect(await cell(xml)).toBe(text));

  it('that the file does not have refuses it', async () => {
    const book = await openBytes(sheet('<c r="A1" t="s"><v>7</v></c>', { strings: '<si><t>only</t></si>' }));
    await expect(readSheet(book)).rejects.toMatchObject({ reason: 'bad_workbook', detail: { line: 1 } });
  });

  it('longer than a spreadsheet can hold refuses the file, as long as it can is kept', async () => {
    const inline = (length: number) => sheet(`<c t="inlineStr"><is><t>${'x'.repeat(length)}</t></is></c>`);
    expect((await cellsOf(inline(32_767)))[0]?.[0]).toHaveLength(32_767);
    for (const length of [32_768, 400_000, 2_000_000])
      await expect(readSheet(await openBytes(inline(length)))).rejects.toHaveProperty(
        'reason',
        expect.stringMatching(/cell_too_long|bad_workbook/),
      );
  });
});

describe('a number in a cell', () => {
  it.each([
    ['40.3', '40.3'],
    ['1299.9', '1299.9'],
    ['0.30000000000000004', '0.3'],
    ['-12', '-12'],
    ['1.3800138E10', '13800138000'],
    ['123456789012345', '123456789012345'],
    ['1E-7', '0.0000001'],
    ['1E3', '1000'],
    ['5.', '5'],
    [' 7 ', '7'],
    // What is longer has lost its end, and must never pass for an identifier.
    ['3351500000123456512', '3.3515000001234565e+18'],
    ['1000000000000000', '1e+15'],
  ])('%s is %s', async (raw, text) => expect(await cell(`<c r="A1"><v>${raw}</v></c>`)).toBe(text));

  it('is a date only under the format of one', async () => {
    const styled = (style: number, serial = '46146.3854166667') =>
      cell(`<c r="A1" s="${style}"><v>${serial}</v></c>`, DATES);
    expect(await styled(0)).toBe('46146.3854166667');
    for (const style of [1, 2, 3, 9, 10]) expect(await styled(style)).toBe('2026-05-04 09:15:00');
    // Elapsed time, money, colours and exponents.
    for (const style of [4, 5, 6, 8]) expect(await styled(style)).toBe('46146.3854166667');
    expect(await styled(7, '0.385416666666667')).toBe('09:15:00');
    expect(await styled(1, '46146.3854166551')).toBe('2026-05-04 09:15:00');
    expect(await styled(1, '0')).toBe('1899-12-31 00:00:00');
    expect(await styled(1, '-1')).toBe('-1');
    expect(await styled(1, '99999999')).toBe('99999999');
  });

  it('counts days from 1900 or from 1904, in both spellings', async () => {
    const serial = '<c r="A1" s="1"><v>39448.5</v></c>';
    const read = (properties: string) => cell(serial, { ...DATES, properties });
    expect(await read('')).toBe('2008-01-01 12:00:00');
    expect(await read('date1904="0"')).toBe('2008-01-01 12:00:00');
    expect(await read('date1904="1"')).toBe('2012-01-02 12:00:00');
    expect(await read('date1904="true"')).toBe('2012-01-02 12:00:00');
    expect((await openBytes(sheet(serial, { properties: 'date1904="true"' }))).date1904).toBe(true);
    // The 1900 system has a 29 February that never was.
    expect(await cell('<c r="A1" s="1"><v>59</v></c>', DATES)).toBe('1900-02-28 00:00:00');
    expect(await cell('<c r="A1" s="1"><v>61</v></c>', DATES)).toBe('1900-03-01 00:00:00');
  });
});

describe('a cell of another kind', () => {
  it.each([
    ['ISO date and time', '<c t="d"><v>2026-05-04T09:15:00</v></c>', '2026-05-04 09:15:00'],
    ['ISO date', '<c t="d"><v>2026-05-04</v></c>', '2026-05-04 00:00:00'],
    ['ISO with a fraction', '<c t="d"><v>2026-05-04T09:14:59.999Z</v></c>', '2026-05-04 09:15:00'],
    ['true', '<c t="b"><v>1</v></c>', 'true'],
    ['false', '<c t="b"><v>0</v></c>', 'false'],
    ['the result of a formula', '<c><f>SUM(A2:A9)</f><v>12.5</v></c>', '12.5'],
    ['the result of a shared formula', '<c><f t="shared" si="0"/><v>12.5</v></c>', '12.5'],
  ])('%s', async (_, xml, text) => expect(await cell(xml)).toBe(text));

  it('an error stands as its word and is noted', async () => {
    const { rows: read, findings } = await readSheet(
      await openBytes(sheet('<c r="A1"><v>1</v></c><c r="B1" t="e"><f>A0</f><v>#REF!</v></c>')),
    );
    expect(read).toEqual([['1', '#REF!']]);
    expect(findings.errorCells).toEqual([{ line: 1, column: 1, text: '#REF!' }]);
  });

  it.each([
    '<c><f>A1*2</f></c>',
    '<c><f>A1*2</f><v></v></c>',
    '<c><f>A1*2</f><v/></c>',
    '<c><f t="shared" si="1"/></c>',
  ])('a formula that nobody worked out is noted: %s', async (xml) => {
    const { findings } = await readSheet(await openBytes(sheet(`<c><v>1</v></c>${xml}`)));
    expect(findings.emptyFormulas).toEqual([{ line: 1, column: 1, text: '' }]);
  });

  it('a formula that gives an empty text has been worked out', async () => {
    const { findings } = await readSheet(await openBytes(sheet('<c t="str"><f>""</f><v></v></c>')));
    expect(findings.emptyFormulas).toEqual([]);
  });
});

describe('rows and cells', () => {
  const lines = async (xml: string) => {
    const bytes = xlsx({ sheets: [{ name: 'Orders', xml }] });
    const [quick, slow] = [await readSheet(await openBytes(bytes)), await readSheet(await openBytes(bytes, false))];
    expect(quick).toEqual(slow);
    return quick.lines.map((line, at) => [line, ...(quick.rows[at] ?? [])]);
  };

  it('stand where they say, or after the one before', async () => {
    expect(await lines(rows('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'))).toEqual([
      [1, '1', '2'],
      [2, '3'],
    ]);
    expect(
      await lines(rows('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c r="A4"><v>3</v></c></row>')),
    ).toEqual([
      [3, '', '1', '2'],
      [4, '3'],
    ]);
    expect(await lines(rows('<row r="1" spans="1:28"><c r="AB1"><v>1</v></c></row>'))).toEqual([
      [1, ...Array.from({ length: 27 }, () => ''), '1'],
    ]);
  });

  it('are none where nothing is filled', async () => {
    expect(await lines(rows('<row r="1"><c r="A1" s="1"/><c r="B1"/></row><row r="2"/>'))).toEqual([]);
    expect(await lines('<sheetData/>')).toEqual([]);
  });

  it('are not looked for where the dimension is wrong, nor far away from the table', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>';
    expect(
      await lines(`<dimension ref="A1:XFD1048576"/>${rows(`<row r="1"><c r="A1"><v>1</v></c></row>${far}`)}`),
    ).toEqual([[1, '1']]);
  });

  it.each(['<row r="1048577"><c><v>1</v></c></row>', '<row r="1"><c r="XFE1"><v>1</v></c></row>'])(
    'beyond the last that a sheet has refuse the file: %s',
    async (xml) => expect(lines(rows(xml))).rejects.toHaveProperty('reason', 'too_large'),
  );

  it('tell what is hidden and what is merged downwards', async () => {
    const xml =
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols>' +
      rows('<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row><row r="3" hidden="1"/>') +
      '<mergeCells count="3"><mergeCell ref="A1:A3"/><mergeCell ref="B1:D1"/><mergeCell ref="B2:D4"/></mergeCells>';
    const { findings } = await readSheet(await openBytes(xlsx({ sheets: [{ name: 'Orders', xml }] })));
    expect(findings).toMatchObject({
      hiddenRows: 1,
      hiddenColumns: [
        [1, 2],
        [4, 16_383],
      ],
      merges: [{ column: 0, first: 1, last: 3 }],
    });
  });
});

describe('the parts of a workbook', () => {
  const texts = async (bytes: Uint8Array) => (await cellsOf(bytes)).flat();
  const book: XlsxXml = {
    sheets: [{ name: 'Orders', xml: rows('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>') }],
    strings: '<si><t>W-1</t></si>',
  };
  const changed = (change: (content: string) => string) =>
    zip(xlsxParts(book).map((part) => ({ ...part, content: change(String(part.content)) })));

  it('may be written in any order, with any prefix, as Strict, from any folder', async () => {
    expect(await texts(zip(xlsxParts(book).toReversed()))).toEqual(['W-1', '5']);
    const prefixed = changed((content) =>
      /<(sst|worksheet|workbook|styleSheet) xmlns=/.test(content)
        ? content.replace(/xmlns="/, 'xmlns:x="').replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
        : content,
    );
    expect(await texts(prefixed)).toEqual(['W-1', '5']);
    const strict = changed((content) =>
      content
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        ),
    );
    expect(await texts(strict)).toEqual(['W-1', '5']);
    const absolute = changed((content) =>
      content.replaceAll('Target="', 'Target="/').replaceAll(/Target="\/(?!xl)/g, 'Target="/xl/'),
    );
    expect(await texts(absolute)).toEqual(['W-1', '5']);
    const elsewhere = zip(
      xlsxParts(book).map((part) => ({
        name: String(part.name).replace(/^xl\//, 'book/'),
        content: String(part.content).replace('Target="xl/', 'Target="./book/../book/'),
      })),
    );
    expect(await texts(elsewhere)).toEqual(['W-1', '5']);
    const backwards = zip(xlsxParts(book).map((part) => ({ ...part, name: String(part.name).replaceAll('/', '\\') })));
    expect(await texts(backwards)).toEqual(['W-1', '5']);
    expect(await texts(zip(xlsxParts(book).map((part) => ({ ...part, stored: true }))))).toEqual(['W-1', '5']);
    expect(await texts(Buffer.concat([Buffer.from('PK\u0003\u0004 put before'), xlsx(book)]))).toEqual(['W-1', '5']);
  });

  it('may be UTF-16, and are refused where they are not what they say', async () => {
    const wide = xlsxParts(book).map((part) => ({
      ...part,
      content: String(part.name).includes('sheet1')
        ? Buffer.from(`\ufeff${String(part.content)}`, 'utf16le')
        : part.content,
    }));
    expect(await texts(zip(wide))).toEqual(['W-1', '5']);
    const latin = xlsxParts(book).map((part) => ({
      ...part,
      content: Buffer.from(String(part.content).replace('W-1', 'é'), 'latin1'),
    }));
    await expect(texts(zip(latin))).rejects.toMatchObject({ reason: 'bad_encoding' });
  });

  it.each([
    ['a document type', (xml: string) => `<!DOCTYPE sst [<!ENTITY a "b">]>${xml}`, 'xml_doctype'],
    ['tags that do not match', (xml: string) => xml.replace('</si>', '</is>'), 'bad_workbook'],
    ['an end that is missing', (xml: string) => xml.replace('</sst>', ''), 'bad_workbook'],
    ['two roots', (xml: string) => `${xml}${xml}`, 'bad_workbook'],
    [
      'more nesting than any has',
      (xml: string) => xml.replace('<t>', '<t>'.repeat(80)).replace('</t>', '</t>'.repeat(80)),
      'bad_workbook',
    ],
  ])('with %s refuse the file', async (_, change, reason) => {
    const bytes = changed((content) => (content.includes('<sst') ? change(content) : content));
    await expect(texts(bytes)).rejects.toMatchObject({ reason });
  });
});

describe('two readers', () => {
  const value = fc.oneof(
    fc.integer().map((number) => `<v>${number}</v>`),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => `<v>${number}</v>`),
    fc.constant(''),
  );
  const text = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((raw) =>
      raw.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    );
  const anyCell = fc.oneof(
    value.map((inner) => `<c>${inner}</c>`),
    value.map((inner) => `<c s="1">${inner}</c>`),
    text.map((raw) => `<c t="inlineStr"><is><t xml:space="preserve">${raw}</t></is></c>`),
    text.map((raw) => `<c t="inlineStr"><is><t>${raw}</t></is></c>`),
    text.map((raw) => `<c t="str"><v>${raw}</v></c>`),
    fc.constantFrom('<c t="s"><v>0</v></c>', '<c t="b"><v>1</v></c>', '<c s="2"/>', '<c/>'),
  );

  it('the quick way and the long way give the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 6 }), async (table) => {
        const xml = rows(table.map((cells) => `<row>${cells.join('')}</row>`).join(''));
        await cellsOf(xlsx({ sheets: [{ name: 'Orders', xml }], strings: '<si><t>W-1</t></si>', ...DATES }));
      }),
      { numRuns: 200 },
    );
  });

  it('hucre reads the same texts, numbers and dates', async () => {
    const strings = '<si><t>W-1</t></si><si><r><t>龙</t></r><r><t>井</t></r></si>';
    const xml = rows(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>12.5</v></c></row>' +
        '<row r="3"><c r="A3" t="inlineStr"><is><t>Ben &amp; Co</t></is></c><c r="C3" s="1"><v>46146.3854166667</v></c><c r="D3" t="b"><v>1</v></c></row>',
    );
    const bytes = xlsx({ sheets: [{ name: 'Orders', xml }], strings, ...DATES });
    const theirs: string[][] = [];
    for await (const { values } of streamXlsxRows(bytes)) {
      const cells = values.map((one) =>
        one instanceof Date ? one.toISOString().slice(0, 19).replace('T', ' ') : String(one ?? ''),
      );
      if (cells.some((one) => one !== '')) theirs.push(cells);
    }
    const trimmed = (table: readonly string[][]) => table.map((cells) => cells.join('|').replace(/\|+$/, ''));
    expect(trimmed(await cellsOf(bytes))).toEqual(trimmed(theirs));
    expect(theirs).toHaveLength(2);
  });
});
