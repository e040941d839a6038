/**
 * Spellings of one Gmail mailbox in SQL, as values/mailbox.ts has them. The index identifiers_by_gmail is of just these
 * expressions; a query names it, since nothing else tells SQLite that few are at one mailbox.
 */

/** Whether an identifier of the alias is an address at Gmail. */
export const isGmail = (i: string): string =>
  `${i}kind = 'email' AND (substr(${i}value, -10) = '@gmail.com' OR substr(${i}value, -15) = '@googlemail.com')`;

/** The name of its mailbox. */
export const gmailBoxOf = (i: string): string =>
  `replace(substr(${i}value, 1, instr(replace(${i}value, '+', '@'), '@') - 1), '.', '')`;
