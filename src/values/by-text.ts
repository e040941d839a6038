/** The order of texts by their UTF-16 units, which no language changes. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
