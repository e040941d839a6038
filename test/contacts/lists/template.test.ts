/** A list in the form of the sample that a provider offers for download. */
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Template, templateFormat, type TemplateResult } from '../../../src/contacts/lists/template-format.ts';
import { templateHeaders } from '../../../src/contacts/lists/template-headers.ts';
import { wordsFor } from '../../../src/messages/words.ts';
import { newSeller } from '../../helpers/seller.ts';
import { fileText } from './file-text.ts';
import { PEOPLE } from './people.ts';

const template = (headers: readonly string[], rest: Partial<Template> = {}): Template => ({
  headers,
  extension: 'csv',
  delimiter: ',',
  source: 'sample.csv',
  ...rest,
});

function formatOf(result: TemplateResult) {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.format;
}

const problemOf = (headers: readonly string[], map: readonly (readonly [string, string])[] = []) => {
  const result = templateFormat(template(headers), new Map(map));
  return result.ok ? undefined : result.problem;
};

const read = (name: string, content: string | Uint8Array) => {
  const seller = newSeller();
  return templateHeaders(join(seller.folder, seller.write(name, content)), {
    stdin: process.stdin,
    signal: new AbortController().signal,
  });
};

async function workbook(...rows: string[][]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.addWorksheet('号码').addRows(rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('the header row', () => {
  it('is found below what a workbook explains above it', async () => {
    const bytes = await workbook(
      ['说明：请从第三行开始填写，最多 50000 行'],
      ['手机号（必填）', '${name}', '称呼', '备注'],
      ['13800138000', '张三', '张先生', ''],
    );
    expect(await read('sample.xlsx', bytes)).toEqual({
      headers: ['手机号（必填）', '${name}', '称呼', '备注'],
      extension: 'xlsx',
      delimiter: ',',
      source: 'sample.xlsx',
    });
  });

  it('is read from text in GBK and from tabs', async () => {
    expect(await read('模板.csv', iconv.encode('手机号码,姓名\r\n', 'gbk'))).toMatchObject({
      headers: ['手机号码', '姓名'],
      extension: 'csv',
    });
    expect(await read('sample.txt', 'phone\tname\n')).toMatchObject({
      headers: ['phone', 'name'],
      extension: 'txt',
      delimiter: '\t',
    });
    expect(await read('one.txt', '手机号\n13800138000\n')).toMatchObject({ headers: ['手机号'], extension: 'txt' });
  });

  it('is missed where the file starts with a number or holds nothing', async () => {
    await expect(read('numbers.txt', '13800138000\n13800138001\n')).rejects.toMatchObject({ reason: 'headerless' });
    await expect(read('empty.csv', '')).rejects.toMatchObject({ reason: 'empty' });
    await expect(read('blank.csv', ',,\n,,\n')).rejects.toMatchObject({ reason: 'empty' });
  });
});

describe('the list', () => {
  it('has the columns of the sample in their order, guessed or told', () => {
    const format = formatOf(
      templateFormat(
        template(['称呼', '手机号（必填）', '${name}', '{city}', '备注', '优惠码']),
        new Map([
          ['备注', ''],
          ['优惠码', 'customer_id'],
        ]),
      ),
    );
    expect(format).toMatchObject({ channels: ['sms', 'phone'], extension: 'csv', source: 'sample.csv' });
    expect(parse(fileText(format, PEOPLE))).toEqual([
      ['称呼', '手机号（必填）', '${name}', '{city}', '备注', '优惠码'],
      ['欧阳女士', '13912345678', '欧阳晓梅', '上海市', '', '12'],
      ['Mr Archer, Jr.', '+12125550123', `'=cmd "Bo" Archer, Jr.`, 'St. Albans; Queens', '', '13'],
      ['王女士', '13912345679', '王女士', '', '', '15'],
    ]);
  });

  it('keeps the country code where the header is English, and what is told wins', () => {
    const phones = (headers: string[], map: [string, string][]) =>
      fileText(formatOf(templateFormat(template(headers), new Map(map))), PEOPLE.slice(0, 1)).split('\n')[1];
    expect(phones(['Mobile Number'], [])).toBe('"+8613912345678"');
    expect(phones(['手机号'], [['手机号', 'phone']])).toBe('"+8613912345678"');
    expect(phones(['name'], [['NAME', 'phone_national']])).toBe('"13912345678"');
  });

  it('goes by e-mail too, and between the cells stands what the sample has there', () => {
    const format = formatOf(
      templateFormat(template(['邮箱', 'name'], { delimiter: '\t', extension: 'txt' }), new Map()),
    );
    expect(format.channels).toEqual(['email']);
    expect(fileText(format, PEOPLE).split('\n')[1]).toBe('"xiaomei@example.com"\t"欧阳晓梅"');
  });
});

describe('what cannot be filled', () => {
  it('is told with the headers and the fields there are', () => {
    expect(problemOf(['手机号', '${code}', '站点'])).toMatchObject({
      reason: 'unfilled',
      headers: ['${code}', '站点'],
    });
    expect(problemOf(['手机号'], [['手机', 'phone']])).toMatchObject({
      reason: 'unknown_header',
      header: '手机',
      headers: ['手机号'],
    });
    expect(problemOf(['手机号'], [['手机号', 'fax']])).toMatchObject({ reason: 'unknown_field', field: 'fax' });
    expect(problemOf(['姓名'])).toEqual({ reason: 'no_address', headers: ['姓名'] });
  });

  it('has a sentence that names them, in both languages', () => {
    for (const language of ['en', 'zh'] as const)
      for (const problem of [
        problemOf(['手机号', '站点']),
        problemOf(['站点'], [['站点', 'fax']]),
        problemOf(['站点'], [['站点', '']]),
      ])
        expect(problem && wordsFor(language).lists.templateProblem(problem)).toMatch(/站点|fax/);
  });
});
