/** Tells the segment language where levels and points come from. */
import { standings } from '../levels/standing.ts';
import { accounts } from '../points/accounts.ts';
import { supply } from '../segments/supplied.ts';

export function supplyFields(): void {
  supply('level', (archive, population) =>
    [...standings(archive, population)].map(([customer, { level }]) => [customer, level]),
  );
  supply('points', (archive, population) =>
    [...accounts(archive, population)].map(([customer, { balance }]) => [customer, balance]),
  );
}
