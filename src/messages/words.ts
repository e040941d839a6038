/**
 * Every sentence a person reads, in English and Chinese side by side. A feature owns one file with
 * `en` and `zh`, where `zh` has the type of `en`: a missing sentence does not compile.
 */
import * as common from './common.ts';
import * as customers from './customers.ts';
import * as ingest from './ingest.ts';
import * as shell from './shell.ts';
import * as store from './store.ts';

export type Language = 'en' | 'zh';

export interface Words {
  readonly language: Language;
  readonly common: typeof common.en;
  readonly customers: typeof customers.en;
  readonly ingest: typeof ingest.en;
  readonly shell: typeof shell.en;
  readonly store: typeof store.en;
}

export function wordsFor(language: Language): Words {
  return {
    language,
    common: common[language],
    customers: customers[language],
    ingest: ingest[language],
    shell: shell[language],
    store: store[language],
  };
}
