/** Which kinds of facts a rule reads, so that what happened to somebody meanwhile can be told from what mattered. */
import type { Definition } from './definitions.ts';
import { type Collection, collectionNamed } from './collections.ts';
import type { Operand } from './expression.ts';
import { expressionLeaves } from './expression-leaves.ts';
import { type About, type FieldName, fieldNamed, type SegmentField } from './fields.ts';
import { parse } from './grammar.ts';

const ALL = [
  'bought',
  'order',
  'refunded',
  'reduced',
  'tag',
  'consent',
  'note',
  'contacted',
  'edit',
  'profile',
  'ranking',
] as const;

/** `order`: also one that does not count. `reduced`: one that came with a refund, which never counted in full. `ranking`: cut points and limits that follow from all customers. */
export type Read = (typeof ALL)[number];

const EVERY_ORDER: readonly Read[] = ['bought', 'order'];

const BY_ABOUT: Readonly<Record<About, readonly Read[]>> = {
  orders: ['bought', 'refunded'],
  time: [],
  others: ['ranking'],
  tags: ['tag', 'profile'],
  consent: ['consent', ...EVERY_ORDER, 'profile'],
  contacts: ['contacted'],
  notes: ['note'],
  card: [...EVERY_ORDER, 'edit', 'profile'],
};

/** Of fields that read other things than what they are about says. */
const BY_FIELD = new Map<FieldName, readonly Read[]>([
  ['orders_all', EVERY_ORDER],
  ['shop_count', EVERY_ORDER],
  ['shops', EVERY_ORDER],
  ['platforms', EVERY_ORDER],
  ['customer_cities', EVERY_ORDER],
  ['customer_regions', EVERY_ORDER],
  ['customer_countries', EVERY_ORDER],
  ['refunded', [...BY_ABOUT.orders, 'reduced']],
  ['refund_rate', [...BY_ABOUT.orders, 'reduced']],
  ['points', [...BY_ABOUT.orders, 'note', 'edit', 'profile']],
  // The rules of levels may ask for anything.
  ['level', ALL],
]);

const fieldReads = ({ name, about }: SegmentField): readonly Read[] =>
  BY_FIELD.get(name as FieldName) ?? about.flatMap((kind) => BY_ABOUT[kind]);

/** Orders one by one may be asked for whatever became of them. */
const collectionReads = ({ about }: Collection): readonly Read[] => [
  ...about.flatMap((kind) => BY_ABOUT[kind]),
  ...(about.includes('orders') ? ([...EVERY_ORDER, 'reduced'] as const) : []),
];

/** `named` gives the rules of segments that are named. Throws SegmentError. */
export function readsOf(
  where: string,
  named: (name: string) => Pick<Definition, 'where'> | undefined,
): ReadonlySet<Read> {
  const found = new Set<Read>();
  const add = (reads: readonly Read[]): void => {
    for (const read of reads) found.add(read);
  };
  const operand = ({ field, fieldSpan }: Operand): void => add(fieldReads(fieldNamed(field, where, fieldSpan)));
  for (const leaf of expressionLeaves(parse(where)))
    switch (leaf.kind) {
      case 'segment': {
        const definition = named(leaf.name);
        if (definition && !leaf.asOf) add([...readsOf(definition.where, named)]);
        else add(ALL);
        break;
      }
      case 'compare':
        operand(leaf);
        if (leaf.percentile) add(['ranking']);
        break;
      case 'contrast':
        operand(leaf.left);
        operand(leaf.right);
        break;
      case 'rank':
        operand(leaf);
        add(['ranking']);
        break;
      case 'matches':
        add(collectionReads(collectionNamed(leaf.collection, where, leaf.collectionSpan)));
        break;
      case 'sample':
    }
  return found;
}
