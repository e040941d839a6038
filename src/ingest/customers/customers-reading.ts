/** What holds for every row of a file of customers. */
import type { Standing } from '../../platforms/layout.ts';
import type { Reading } from '../orders/order-cells.ts';

export interface CustomersReading extends Reading {
  /** It is the seller's own table, not a program's export: what cannot be understood is asked about. */
  readonly isOwnTable: boolean;
  /** Base name. */
  readonly fileName: string;
  /** Of times without one of their own. */
  readonly zone: string;
  /** UTC seconds after which nothing has happened yet. */
  readonly latest: number;
  /** Of everybody in the file to its mailing list, where it is of one and says so. */
  readonly standing: Standing | undefined;
  /** Columns kept under names of the seller's own, by their positions. */
  readonly own: readonly (readonly [name: string, position: number])[];
}
