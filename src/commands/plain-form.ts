/** A contact list as a plain table, with the columns asked for. */
import type { ListPerson } from '../contacts/lists/list-format.ts';
import type { Table } from '../output/table.ts';
import { type ContactColumn, contactCells } from './contact-columns.ts';
import type { ListForm, WhyGone } from './list-form.ts';

export function plainForm(columns: readonly ContactColumn[]): ListForm {
  return {
    name: 'csv',
    fields: new Set(columns.map(({ name }) => name)),
    saysOf: (person) => contactCells(person, columns),
    toBytes: async (context, people, whyGone) => {
      const { rowsAsText } = await import('../output/write-table.ts');
      return new TextEncoder().encode(await rowsAsText(context, tableOf(columns, people, whyGone)));
    },
    toStdout: async (context, people, whyGone) => {
      const { writeTable } = await import('../output/write-table.ts');
      return writeTable(context, tableOf(columns, people, whyGone));
    },
  };
}

function tableOf(columns: readonly ContactColumn[], people: readonly ListPerson[], whyGone?: WhyGone): Table {
  return {
    columns: whyGone ? [...columns, { name: 'reason', kind: 'text', term: true }] : columns,
    rows: people.map((person) => [...contactCells(person, columns), ...(whyGone ? [whyGone(person.customer_id)] : [])]),
  };
}
