/** The nouns and verbs of the command line, in the order and under the headings of the short help. */
export interface Section {
  readonly title: string;
  readonly names: readonly string[];
}

export const sections: readonly Section[] = [
  { title: 'Orders in', names: ['ingest', 'imports', 'shops', 'platforms'] },
  { title: 'Who they are', names: ['customers', 'measures', 'segment', 'tag'] },
  { title: 'Whom to contact', names: ['followup', 'play', 'export', 'consent', 'suppress'] },
  { title: 'The archive', names: ['status', 'doctor', 'rebuild', 'backup', 'restore', 'query', 'dump', 'demo'] },
  { title: 'Encryption', names: ['encrypt', 'rekey', 'decrypt'] },
];

/** What a noun with several verbs is about. */
export const groupSummaries: Readonly<Record<string, string>> = {
  backup: 'checked copies of the archive: take one, list them',
  consent: 'who agreed to be contacted, and how',
  customers: 'the people who bought: list, find, show',
  export: 'files to hand to other tools',
  followup: 'whom to contact, when and why',
  imports: 'the files that were ingested',
  platforms: 'the shops and exports that are understood',
  play: 'the rules that make follow-ups',
  segment: 'groups of customers that follow from the data',
  shops: 'your shops: currency, time zone, rules',
  suppress: 'addresses and customers never to be contacted',
  tag: 'labels on customers, with origin and reason',
};
