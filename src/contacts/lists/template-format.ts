/** A list in the form of a provider's own sample file: its header row, in its order. */
import { normaliseHeader } from '../../values/text.ts';
import type { ListFormat, ListPerson } from './list-format.ts';
import { blank, only, type PersonColumn, sheetOf } from './person-columns.ts';
import { fieldAskedFor, TEMPLATE_FIELDS, templateField } from './template-fields.ts';

export interface Template {
  readonly headers: readonly string[];
  readonly extension: 'csv' | 'xlsx' | 'txt';
  /** Between the cells of a text file. */
  readonly delimiter: ',' | '\t' | ';' | '|';
  /** Base name of the sample. */
  readonly source: string;
}

export type TemplateProblem =
  /** Headers that nothing is known for, and the fields there are. */
  | { readonly reason: 'unfilled'; readonly headers: readonly string[]; readonly fields: readonly string[] }
  | { readonly reason: 'unknown_header'; readonly header: string; readonly headers: readonly string[] }
  | { readonly reason: 'unknown_field'; readonly field: string; readonly fields: readonly string[] }
  /** Nobody could be reached by it. */
  | { readonly reason: 'no_address'; readonly headers: readonly string[] };

export type TemplateResult =
  | { readonly ok: true; readonly format: ListFormat }
  | { readonly ok: false; readonly problem: TemplateProblem };

/** `map` gives fields by headers and wins over what is guessed; a field of no name leaves its column empty. */
export function templateFormat(template: Template, map: ReadonlyMap<string, string>): TemplateResult {
  const { headers } = template;
  const told = new Map<string, string>();
  for (const [header, field] of map) {
    const key = normaliseHeader(header);
    if (!headers.some((other) => normaliseHeader(other) === key))
      return no({ reason: 'unknown_header', header, headers });
    if (field !== '' && !templateField(field)) return no({ reason: 'unknown_field', field, fields: TEMPLATE_FIELDS });
    told.set(key, field);
  }
  const columns = headers.map((header) => columnOf(header, told.get(normaliseHeader(header))));
  const unfilled = headers.filter((_, at) => columns[at] === undefined);
  if (unfilled.length > 0) return no({ reason: 'unfilled', headers: unfilled, fields: TEMPLATE_FIELDS });
  const known = columns.flatMap((column) => column ?? []);
  const byPhone = known.some(({ kind }) => kind === 'phone');
  const byEmail = known.some(({ of }) => of === templateField('email')?.of);
  if (!byPhone && !byEmail) return no({ reason: 'no_address', headers });
  const reached = ({ phone, email }: ListPerson) => (byPhone && phone !== null) || (byEmail && email !== null);
  return {
    ok: true,
    format: {
      name: 'template',
      evidence: 'seen',
      source: template.source,
      channels: [...(byPhone ? (['sms', 'phone'] as const) : []), ...(byEmail ? (['email'] as const) : [])],
      extension: template.extension,
      make: (people) => ({ ...sheetOf(known, only(people, reached)), delimiter: template.delimiter }),
    },
  };
}

/** A column without a header asks for nothing. */
function columnOf(header: string, told: string | undefined): PersonColumn | undefined {
  if (told === '' || (told === undefined && header.trim() === '')) return blank(header);
  const column = told === undefined ? fieldAskedFor(header) : templateField(told);
  return column && { ...column, name: header };
}

const no = (problem: TemplateProblem): TemplateResult => ({ ok: false, problem });
