/** Whether some file that showed a version of an order, by its alias, is not taken back. */
export const versionStands = (v: string): string =>
  `EXISTS (SELECT 1 FROM sightings s JOIN imports i USING (import_id) WHERE s.version_id = ${v}.version_id AND i.undone_at IS NULL)`;
