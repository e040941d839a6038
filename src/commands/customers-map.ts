/** The map of a table of customers, as typed, and the line that asks for one. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { CUSTOMER_FIELDS, CUSTOMER_REQUIRED, type CustomerMap, isCustomerField } from '../platforms/customer-table.ts';
import { normaliseHeader } from '../values/text.ts';
import { fieldMap } from './field-map.ts';

export function readCustomerMap({ words }: Context, pairs: readonly string[]): CustomerMap {
  return fieldMap(pairs, isCustomerField, (pair) => {
    throw new UsageError(words.customerFiles.badMap(pair), {
      code: 'bad_map',
      hint: words.ingest.badMap(pair, FIELDS.join(', '))[1],
    });
  }) as CustomerMap;
}

const FIELDS = Object.keys(CUSTOMER_FIELDS);

/** For a table of which no column, or none that was told, can be found. */
export function customersMapHint({ typed, words }: Context, map: CustomerMap, headers: readonly string[]): string {
  const present = new Set(headers.map(normaliseHeader));
  const missing = Object.keys(map).filter((field) => !present.has(normaliseHeader(map[field] ?? '')));
  const needed = missing.length > 0 ? missing : Object.keys(map).length > 0 ? ['phone'] : ['customer_name', 'phone'];
  const line = ['regulars', shellLine(typed), ...needed.map((field) => `--map ${field}='…'`)].join(' ');
  const others = FIELDS.filter((field) => !needed.includes(field));
  return words.customerFiles.noColumns(
    headers.join(', '),
    line,
    [...new Set([...CUSTOMER_REQUIRED, ...others])].join(', '),
  );
}
