import { DERIVED_TABLES } from './tables-derived.ts';
import { TABLES_OF_FILES } from './tables-of-files.ts';
import { TABLES_OF_LEVELS } from './tables-of-levels.ts';
import { TABLES_OF_PEOPLE } from './tables-of-people.ts';
import { TABLES_OF_TAGS } from './tables-of-tags.ts';
import { TABLES_OF_POINTS } from './tables-of-points.ts';
import { VIEWS } from './views.ts';

/**
 * The archive's tables, one SQL text per version. Facts are what files and people said and are
 * never edited; derived tables follow from facts and rules and can always be rebuilt.
 *
 * Money is integer minor units of the row's currency. Instants are UTC seconds since 1970
 * (`…_at`), days are ISO dates in the shop's zone (`…_day`, `day`). Identifiers are text.
 */
export const APPLICATION_ID = 0x52454755; // "REGU"

export const MIGRATIONS: readonly string[] = [
  TABLES_OF_FILES + TABLES_OF_PEOPLE + TABLES_OF_TAGS + TABLES_OF_LEVELS + TABLES_OF_POINTS + DERIVED_TABLES + VIEWS,
];
