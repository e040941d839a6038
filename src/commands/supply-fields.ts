/** Tells the segment language where levels and points come from. */
import { BrokenLevel } from '../levels/rule-of-level.ts';
import { standings } from '../levels/standing.ts';
import { accounts } from '../points/accounts.ts';
import { supply, type Supplier } from '../segments/supplied.ts';

export function supplyFields(): void {
  supply('level', levelsOfAll);
  supply('points', (archive, population) =>
    [...accounts(archive, population)].map(([customer, { balance }]) => [customer, balance]),
  );
}

/** A rule that cannot be asked makes a condition one that cannot, and is told as such. */
const levelsOfAll: Supplier = (archive, population) => {
  try {
    return [...standings(archive, population)].map(([customer, { level }]) => [customer, level]);
  } catch (error) {
    throw error instanceof BrokenLevel ? error.error : error;
  }
};
