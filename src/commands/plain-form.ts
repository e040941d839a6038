/** A contact list as a plain table, with the columns asked for. */
import type { ListPerson } from '../contacts/lists/list-format.ts';
import type { TextEncoding } from '../output/encode-text.ts';
import type { Cell, Table } from '../output/table.ts';
import { type ContactColumn, contactCells } from './contact-columns.ts';
import type { ListForm, WhyGone } from './list-form.ts';

interface Plain {
  readonly encoding: TextEncoding | undefined;
  /** The day a workbook is of, where it is to be one. */
  readonly workbookOf: string | undefined;
}

export function plainForm(columns: readonly ContactColumn[], { encoding, workbookOf }: Plain): ListForm {
  return {
    name: workbookOf === undefined ? 'csv' : 'xlsx',
    extension: workbookOf === undefined ? 'csv' : 'xlsx',
    fields: new Set(columns.map(({ name }) => name)),
    saysOf: (person) => contactCells(person, columns),
    toBytes: async (context, people, whyGone) => {
      if (workbookOf !== undefined) {
        const { listWorkbook } = await import('./list-workbook.ts');
        return listWorkbook(context, tableOf(columns, people, whyGone), workbookOf);
      }
      const { rowsAsText } = await import('../output/write-table.ts');
      const { encodeText } = await import('../output/encode-text.ts');
      const text = await rowsAsText(context, tableOf(columns, people, whyGone));
      if (encoding === undefined) return Buffer.from(text);
      const { bytes, lost } = encodeText(text, encoding);
      if (lost.length > 0) context.io.warn(context.words.lists.lostSigns(lost, encoding));
      return bytes;
    },
    async toStdout(context, people, whyGone) {
      if (workbookOf !== undefined) {
        const { assertNoTerminal } = await import('./list-workbook.ts');
        assertNoTerminal(context, 'xlsx');
        await context.io.write(await this.toBytes(context, people, whyGone));
        return undefined;
      }
      const { writeTable } = await import('../output/write-table.ts');
      return writeTable(context, tableOf(columns, people, whyGone));
    },
  };
}

function tableOf(columns: readonly ContactColumn[], people: Iterable<ListPerson>, whyGone?: WhyGone): Table {
  return {
    controlsShown: true,
    columns: whyGone ? [...columns, { name: 'reason', kind: 'text', term: true }] : columns,
    rows: rowsOf(columns, people, whyGone),
  };
}

function* rowsOf(
  columns: readonly ContactColumn[],
  people: Iterable<ListPerson>,
  whyGone?: WhyGone,
): Generator<Cell[]> {
  for (const person of people) {
    const cells = contactCells(person, columns);
    if (whyGone) cells.push(whyGone(person.customer_id));
    yield cells;
  }
}
