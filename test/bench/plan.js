/** Prints how SQLite goes about a condition: node plan.js ARCHIVE CONDITION */
import { gather } from '../../dist/measures/gather.js';
import { compileWhere } from '../../dist/segments/compile.js';
import { everybody } from '../../dist/segments/queries.js';
import { openArchive } from '../../dist/store/open.js';
import { AS_OF } from './segment-world.js';

const [db, where] = process.argv.slice(2);
const { archive } = await openArchive(db, { mode: 'read', wait: 5 });
const { sql, params } = compileWhere(archive, where, gather(archive, AS_OF));
const rows = archive.db
  .prepare(`EXPLAIN QUERY PLAN SELECT m.customer_id ${everybody(sql)[0]} WHERE ${sql}`)
  .all(params);
const depth = new Map([[0, -1]]);
for (const { id, parent, detail } of rows) {
  depth.set(id, (depth.get(parent) ?? -1) + 1);
  process.stdout.write(`${'  '.repeat(depth.get(id))}${detail}\n`);
}
archive.close();
