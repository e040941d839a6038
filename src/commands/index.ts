/**
 * Every command there is, alphabetical by path. To add one: a file exporting one `command({…})` with
 * light top-level imports (features only by `await import()` inside `run`), then one import and one
 * line here. A path may be a noun with verbs ('segment members <segment>') or a verb ('ingest <files...>');
 * what the noun is about stands in groups.ts.
 */
import type { Command } from './command.ts';

export const commands: readonly Command[] = [];
