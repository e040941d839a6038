/** Which kinds of facts a rule reads, so that what happened to somebody meanwhile can be told from what mattered. */
import type { Definition } from './definitions.ts';
import { collectionNamed } from './collections.ts';
import type { Expression, Operand } from './expression.ts';
import { type About, fieldNamed } from './fields.ts';
import { parse } from './grammar.ts';

/** `order`: also one that does not count. `reduced`: one that came with a refund, which never counted in full. `ranking`: cut points and limits that follow from all customers. */
export type Read =
  | 'bought'
  | 'order'
  | 'refunded'
  | 'reduced'
  | 'tag'
  | 'consent'
  | 'note'
  | 'contacted'
  | 'edit'
  | 'profile'
  | 'ranking';

const ALL: readonly Read[] = [
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
];
const COUNTING: readonly Read[] = ['bought', 'refunded'];
const EVERY_ORDER: readonly Read[] = ['bought', 'order'];
const RANKED: readonly Read[] = [...COUNTING, 'ranking'];
const PERSON: readonly Read[] = ['bought', 'order', 'edit', 'profile'];
const CONSENT: readonly Read[] = ['consent', 'bought', 'order', 'profile'];

const BY_FIELD = new Map<string, readonly Read[]>([
  ...[
    'number_of_orders',
    'amount_spent',
    'average_order_value',
    'gross',
    'discount',
    'other_currency_orders',
    'first_order_date',
    'last_order_date',
    'recency_days',
    'tenure_days',
    'median_gap_days',
    'lines',
    'units',
    'distinct_products',
    'favourite_product',
    'coupon_share',
    'discount_share',
  ].map((field) => [field, COUNTING] as const),
  ...['orders_all', 'shop_count', 'shops', 'customer_cities', 'customer_regions', 'customer_countries'].map(
    (field) => [field, EVERY_ORDER] as const,
  ),
  ...[
    'rhythm_days',
    'lateness',
    'recency_score',
    'frequency_score',
    'monetary_score',
    'rfm_group',
    'lifecycle_stage',
    'value_band',
  ].map((field) => [field, RANKED] as const),
  ...['customer_name', 'customer_account', 'customer_email', 'customer_email_domain', 'customer_phone'].map(
    (field) => [field, PERSON] as const,
  ),
  ['refunded', [...COUNTING, 'reduced']],
  ['refund_rate', [...COUNTING, 'reduced']],
  ['customer_tags', ['tag', 'profile']],
  ['email_subscription_status', CONSENT],
  ['sms_subscription_status', CONSENT],
]);

/** Of fields that have no line of their own above. */
const BY_ABOUT: Readonly<Record<About, readonly Read[]>> = {
  orders: [...EVERY_ORDER, 'refunded', 'reduced'],
  time: [],
  others: ['ranking'],
  tags: ['tag', 'profile'],
  consent: CONSENT,
  contacts: ['contacted'],
  notes: ['note'],
  card: PERSON,
};

const aboutReads = (about: readonly About[]): readonly Read[] => about.flatMap((kind) => BY_ABOUT[kind]);

/** `named` gives the rules of segments that are named. Throws SegmentError. */
export function readsOf(
  where: string,
  named: (name: string) => Pick<Definition, 'where'> | undefined,
): ReadonlySet<Read> {
  const found = new Set<Read>();
  const add = (reads: readonly Read[]): void => {
    for (const read of reads) found.add(read);
  };
  const operand = ({ field, fieldSpan }: Operand): void =>
    add(BY_FIELD.get(field) ?? aboutReads(fieldNamed(field, where, fieldSpan).about));
  const visit = (expression: Expression): void => {
    switch (expression.kind) {
      case 'and':
      case 'or':
        expression.parts.forEach(visit);
        return;
      case 'not':
        visit(expression.inner);
        return;
      case 'segment': {
        const definition = named(expression.name);
        if (definition && !expression.asOf) add([...readsOf(definition.where, named)]);
        else add(ALL);
        return;
      }
      case 'compare':
        operand(expression);
        if (expression.percentile) add(['ranking']);
        return;
      case 'contrast':
        operand(expression.left);
        operand(expression.right);
        return;
      case 'rank':
        operand(expression);
        add(['ranking']);
        return;
      case 'matches':
        add(aboutReads(collectionNamed(expression.collection, where, expression.collectionSpan).about));
        return;
      case 'sample':
        return;
    }
  };
  visit(parse(where));
  return found;
}
