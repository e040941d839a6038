/** A contact list as another tool takes it. */
import type { ListFormat, ListPerson } from '../contacts/lists/list-format.ts';
import type { Context } from '../context.ts';
import type { Table } from '../output/table.ts';
import type { TextEncoding } from '../output/encode-text.ts';
import type { Channel } from '../contacts/gate.ts';
import { withoutDirections } from '../values/controls.ts';
import type { ListForm } from './list-form.ts';

/** Everything: which of it a form asks for only the form knows. */
const FIELDS: ReadonlySet<keyof ListPerson> = new Set([
  'name',
  'salutation',
  'gender',
  'birthday',
  'language',
  'email',
  'phone',
  'phone_type',
  'country',
  'province',
  'city',
  'district',
  'address',
  'postcode',
  'number_of_orders',
  'amount_spent',
  'first_order_date',
  'last_order_date',
  'tags',
  'consent',
]);

interface Making {
  readonly asOf: string;
  readonly channel: Channel;
  readonly encoding: TextEncoding;
}

export function toolForm(format: ListFormat, { asOf, channel, encoding }: Making): ListForm {
  const bytesOf = async (context: Context, people: Iterable<ListPerson>): Promise<Uint8Array> => {
    const content = format.make([...people], { asOf, channel });
    const { encodeText } = await import('../output/encode-text.ts');
    const encoded = (text: string) => {
      const { bytes, lost } = encodeText(text, encoding);
      if (lost.length > 0) context.io.warn(context.words.lists.lostSigns(lost, encoding));
      return bytes;
    };
    if (content.kind === 'text') return encoded(withoutDirections([...content.pieces].join('')));
    const table: Table = { columns: content.columns, rows: content.rows, controlsShown: true };
    if (format.extension === 'xlsx') {
      const { listWorkbook } = await import('./list-workbook.ts');
      return listWorkbook(context, table, asOf);
    }
    const { delimited } = await import('../output/delimited.ts');
    const { tellDefused } = await import('../output/tell-defused.ts');
    const defused = { cells: 0, shown: 0 };
    const text = [...delimited(table, content.delimiter ?? ',', defused)].join('');
    tellDefused(context, defused);
    return encoded(text);
  };
  return {
    name: format.name,
    extension: format.extension,
    fields: FIELDS,
    saysOf: (person) => person,
    toBytes: bytesOf,
    toStdout: async (context, people) => {
      const { io } = context;
      if (format.extension === 'xlsx') {
        const { assertNoTerminal } = await import('./list-workbook.ts');
        assertNoTerminal(context, format.name);
      }
      const bytes = await bytesOf(context, people);
      if (io.out.isTerminal) {
        const { visibleLines } = await import('../output/visible.ts');
        await io.write(visibleLines(new TextDecoder(encoding === 'gbk' ? 'gb18030' : 'utf-8').decode(bytes)));
      } else await io.write(bytes);
      return undefined;
    },
  };
}
