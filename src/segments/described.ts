/** Everything a query can ask about, as it is told to whoever writes one. Pure. */
import { attributeAliases, collectionAliases, fieldAliases } from './alias-words.ts';
import { type Aggregate, type Attribute, COLLECTIONS } from './collections.ts';
import type { Operator } from './expression.ts';
import { FIELDS, type FieldType, type SegmentField } from './fields.ts';
import { fitting, hasRanks } from './fitting.ts';

export interface Part {
  readonly name: string;
  readonly type: FieldType;
  /** Asked of all that match, not of one. */
  readonly ofAll: boolean;
  readonly operators: readonly Operator[];
  readonly levels: readonly string[];
  readonly aliases: readonly string[];
}

export interface Described {
  readonly name: string;
  readonly type: FieldType | 'collection';
  readonly example: string;
  /** The query that holds for whoever has a value. */
  readonly known: string;
  readonly operators: readonly string[];
  /** What can stand behind its name beside operators. */
  readonly forms: readonly string[];
  readonly levels: readonly string[];
  readonly aliases: readonly string[];
  /** Of a collection. */
  readonly parts: readonly Part[];
}

export const described: readonly Described[] = [
  ...FIELDS.map(
    (field: SegmentField): Described => ({
      name: field.name,
      type: field.type,
      example: field.example,
      known: `${field.name} IS NOT NULL`,
      operators: fitting(field.type),
      forms: [
        ...(field.window === undefined ? [] : [`${field.name} DURING (-1y, today)`]),
        ...(hasRanks(field.type) ? ['TOP 10%', 'BOTTOM 50', 'PERCENTILE >= 90'] : []),
        ...(field.type === 'day' ? [`anniversary(date: '${field.name}')`] : []),
      ],
      levels: field.levels ?? [],
      aliases: fieldAliases(field.name),
      parts: [],
    }),
  ),
  ...COLLECTIONS.map(
    ({ name, example, attributes, aggregates }): Described => ({
      name,
      type: 'collection',
      example,
      known: `${name} MATCHES ()`,
      operators: ['MATCHES', 'NOT MATCHES'],
      forms: [],
      levels: [],
      aliases: collectionAliases(name),
      parts: [...attributes, ...aggregates].map(partOf),
    }),
  ),
];

function partOf(part: Attribute | Aggregate): Part {
  const { name, type } = part;
  const levels = 'levels' in part ? (part.levels ?? []) : [];
  return { name, type, ofAll: 'how' in part, operators: fitting(type), levels, aliases: attributeAliases([name]) };
}
