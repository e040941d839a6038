import { OrderUnreadable } from '../errors.ts';
import { sqliteCode } from '../store/open.ts';

/** Work on one order: what fails for what is stored of it says of which. */
export function ofOrder<T>(orderNumber: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = sqliteCode(error);
    // A full disk has nothing to do with the order.
    if (code !== undefined && !code.startsWith('SQLITE_CONSTRAINT')) throw error;
    throw new OrderUnreadable(orderNumber, error);
  }
}
