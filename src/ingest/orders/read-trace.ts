/**
 * What reading a file has found so far, set down step by step: where a later step refuses the file,
 * the earlier ones can still be told.
 */
import type { Layout } from '../../platforms/layout.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { DecimalStyle } from '../../values/money.ts';
import type { Container } from '../bytes/container.ts';
import type { Dialect } from '../text/dialect.ts';
import type { Detected } from '../text/encoding.ts';
import type { OrderFacts } from './order-facts.ts';
import type { Recognised } from '../tables/recognise.ts';
import type { SettledShop } from './shop.ts';
import type { Survey } from './survey.ts';
import type { RawRow, RowReader } from '../tables/table-source.ts';

export interface ReadTrace {
  container?: Container;
  encoding?: Detected;
  /** told: by a flag; stated: by a first line `sep=;`; fits: under it the columns are known, or most. */
  dialect?: Dialect & { readonly why: 'told' | 'stated' | 'fits' };
  /** The layouts that were considered: fewer than there are where a flag says which. */
  layouts?: readonly Layout[];
  reader?: RowReader;
  sample?: readonly RawRow[];
  recognised?: Recognised;
  survey?: Survey;
  decimal?: DecimalStyle;
  dates?: DateOrder;
  shops?: ReadonlyMap<string, SettledShop>;
  /** Every order as it is built. */
  order(facts: OrderFacts): void;
}
