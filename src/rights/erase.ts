/**
 * Takes people out of an archive in the caller's transaction: what was said of them, their contact details, and
 * wherever else they are told by; their orders stand on as figures of nobody. What follows is worked out anew.
 */
import { erasedHash } from '../archive/erasures.ts';
import { refresh } from '../archive/refresh.ts';
import { wipePopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { cutOwnWords, rehashVersions } from './anonymous-versions.ts';
import { cutTexts } from './cut-texts.ts';
import {
  blankVersions,
  countSubject,
  type Figures,
  neighbours,
  ordersOfVersions,
  removeRecords,
  subjectVersions,
  tombstones,
} from './erase-queries.ts';
import { keepSuppressions } from './outlasting-suppressions.ts';
import { clearReceivers } from './receivers.ts';
import { blankRefusedRows } from './refused-rows.ts';
import type { Subject } from './subject.ts';

export interface Erased {
  readonly figures: Figures;
  /** How whatever went was written, to be looked for afterwards. Personal: never to be stored or shown. */
  readonly texts: readonly string[];
}

/** `subject` was just made of this archive. `erasure` keeps them out from now on; where it is undefined something else does. `at` is UTC seconds. */
export function erase(
  archive: Archive,
  subject: Subject,
  { erasure, at }: { readonly erasure: number | undefined; readonly at: number },
): Erased {
  const { values, texts } = subject;
  const counted = countSubject(archive);
  const write = erasure === undefined ? undefined : tombstones(archive, erasedHash(archive), erasure);
  write?.people(subject);
  const around = neighbours(archive);
  keepSuppressions(archive, subject);
  const own = cutOwnWords(archive, values);
  write?.words(own, values.ownNames);
  blankVersions(archive);
  removeRecords(archive, at);
  const { versions, records, cleared } = clearReceivers(archive);
  const dirty = ordersOfVersions(archive, versions);
  rehashVersions(
    archive,
    [...new Set([...subjectVersions(archive), ...versions])].toSorted((a, b) => a - b),
  );
  const refused = blankRefusedRows(archive, values);
  const words = cutTexts(archive, values, texts);
  refresh(archive, dirty, [...new Set([...around, ...records])]);
  wipePopulation(archive);
  return {
    figures: { ...counted, receivers: cleared, refused_rows: refused.rows, own_words: own.length + words },
    texts: [...new Set([...texts, ...own, ...refused.texts])],
  };
}
