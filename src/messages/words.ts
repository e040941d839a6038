/**
 * Every sentence a person reads, in English and Chinese side by side. A feature owns one file with
 * `en` and `zh`, where `zh` has the type of `en`: a missing sentence does not compile.
 */
import * as backups from './backups.ts';
import * as calendar from './calendar.ts';
import * as cards from './cards.ts';
import * as checks from './checks.ts';
import * as collections from './collections.ts';
import * as columns from './columns.ts';
import * as common from './common.ts';
import * as config from './config.ts';
import * as contacts from './contacts.ts';
import * as customerFiles from './customer-files.ts';
import * as customers from './customers.ts';
import * as demo from './demo.ts';
import * as doctor from './doctor.ts';
import * as edits from './edits.ts';
import * as explain from './explain.ts';
import * as explainedOrders from './explained-orders.ts';
import * as exports from './exports.ts';
import * as fields from './fields.ts';
import * as fileProblems from './file-problems.ts';
import * as followupDay from './followup-day.ts';
import * as followups from './followups.ts';
import * as handovers from './handovers.ts';
import * as heldBack from './held-back.ts';
import * as held from './held.ts';
import * as help from './help.ts';
import * as ingest from './ingest.ts';
import * as keys from './keys.ts';
import * as levels from './levels.ts';
import * as lists from './lists.ts';
import * as notes from './notes.ts';
import * as orderFields from './order-fields.ts';
import * as overrides from './overrides.ts';
import * as playReports from './play-reports.ts';
import * as plays from './plays.ts';
import * as points from './points.ts';
import * as products from './products.ts';
import * as quality from './quality.ts';
import * as rates from './rates.ts';
import * as rights from './rights.ts';
import * as savedSegments from './saved-segments.ts';
import * as segments from './segments.ts';
import * as shell from './shell.ts';
import * as shops from './shops.ts';
import * as snapshots from './snapshots.ts';
import * as store from './store.ts';
import * as tags from './tags.ts';
import * as terms from './terms.ts';
import * as texts from './texts.ts';
import * as topics from './topics.ts';
import * as touches from './touches.ts';
import * as verdicts from './verdicts.ts';

export type Language = 'en' | 'zh';

/** A sentence that stands where it is used, as in the help of a command. */
export type Bilingual = Readonly<Record<Language, string>>;

export interface Words {
  readonly language: Language;
  readonly backups: typeof backups.en;
  readonly calendar: typeof calendar.en;
  readonly cards: typeof cards.en;
  readonly checks: typeof checks.en;
  readonly collections: typeof collections.en;
  readonly columns: typeof columns.en;
  readonly common: typeof common.en;
  readonly config: typeof config.en;
  readonly contacts: typeof contacts.en;
  readonly customerFiles: typeof customerFiles.en;
  readonly customers: typeof customers.en;
  readonly demo: typeof demo.en;
  readonly doctor: typeof doctor.en;
  readonly edits: typeof edits.en;
  readonly explain: typeof explain.en;
  readonly explainedOrders: typeof explainedOrders.en;
  readonly exports: typeof exports.en;
  readonly fields: typeof fields.en;
  readonly fileProblems: typeof fileProblems.en;
  readonly followupDay: typeof followupDay.en;
  readonly followups: typeof followups.en;
  readonly handovers: typeof handovers.en;
  readonly held: typeof held.en;
  readonly heldBack: typeof heldBack.en;
  readonly help: typeof help.en;
  readonly ingest: typeof ingest.en;
  readonly keys: typeof keys.en;
  readonly levels: typeof levels.en;
  readonly lists: typeof lists.en;
  readonly notes: typeof notes.en;
  readonly orderFields: typeof orderFields.en;
  readonly overrides: typeof overrides.en;
  readonly playReports: typeof playReports.en;
  readonly plays: typeof plays.en;
  readonly points: typeof points.en;
  readonly products: typeof products.en;
  readonly quality: typeof quality.en;
  readonly rates: typeof rates.en;
  readonly rights: typeof rights.en;
  readonly savedSegments: typeof savedSegments.en;
  readonly segments: typeof segments.en;
  readonly shell: typeof shell.en;
  readonly shops: typeof shops.en;
  readonly snapshots: typeof snapshots.en;
  readonly store: typeof store.en;
  readonly tags: typeof tags.en;
  readonly terms: typeof terms.en;
  readonly texts: typeof texts.en;
  readonly topics: typeof topics.en;
  readonly touches: typeof touches.en;
  readonly verdicts: typeof verdicts.en;
}

export function wordsFor(language: Language): Words {
  return {
    language,
    backups: backups[language],
    calendar: calendar[language],
    cards: cards[language],
    checks: checks[language],
    collections: collections[language],
    columns: columns[language],
    common: common[language],
    config: config[language],
    contacts: contacts[language],
    customerFiles: customerFiles[language],
    customers: customers[language],
    demo: demo[language],
    doctor: doctor[language],
    edits: edits[language],
    explain: explain[language],
    explainedOrders: explainedOrders[language],
    exports: exports[language],
    fields: fields[language],
    fileProblems: fileProblems[language],
    followupDay: followupDay[language],
    followups: followups[language],
    handovers: handovers[language],
    held: held[language],
    heldBack: heldBack[language],
    help: help[language],
    ingest: ingest[language],
    keys: keys[language],
    levels: levels[language],
    lists: lists[language],
    notes: notes[language],
    orderFields: orderFields[language],
    overrides: overrides[language],
    playReports: playReports[language],
    plays: plays[language],
    points: points[language],
    products: products[language],
    quality: quality[language],
    rates: rates[language],
    rights: rights[language],
    savedSegments: savedSegments[language],
    segments: segments[language],
    shell: shell[language],
    shops: shops[language],
    snapshots: snapshots[language],
    store: store[language],
    tags: tags[language],
    terms: terms[language],
    texts: texts[language],
    topics: topics[language],
    touches: touches[language],
    verdicts: verdicts[language],
  };
}
