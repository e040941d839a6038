/** What a product without a SKU goes by: its title, blanks and case aside; never the same as a SKU. */
export const titleKey = (title: string): string =>
  `title:${title.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()}`;
