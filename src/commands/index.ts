/**
 * Every command there is, alphabetical by path. To add one: a file exporting one `command({…})` with
 * light top-level imports (features only by `await import()` inside `run`), then one import and one
 * line here. A path may be a noun with verbs ('segment members <segment>') or a verb ('ingest <files...>');
 * what the noun is about stands in groups.ts.
 */
import type { Command } from './command.ts';
import { backup } from './backup.ts';
import { customersExplain } from './customers-explain.ts';
import { customersShow } from './customers-show.ts';
import { dump } from './dump.ts';
import { importsList } from './imports-list.ts';
import { importsShow } from './imports-show.ts';
import { importsUndo } from './imports-undo.ts';
import { ingest } from './ingest.ts';
import { platformsList } from './platforms-list.ts';
import { query } from './query.ts';
import { shopsEdit } from './shops-edit.ts';
import { shopsList } from './shops-list.ts';
import { status } from './status.ts';

export const commands: readonly Command[] = [
  backup,
  customersExplain,
  customersShow,
  dump,
  importsList,
  importsShow,
  importsUndo,
  ingest,
  platformsList,
  query,
  shopsEdit,
  shopsList,
  status,
];
