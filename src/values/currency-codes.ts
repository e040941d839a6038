/** The currencies of ISO 4217 that are in use, as this Node knows them. */
export const currencyCodes = (): readonly string[] => Intl.supportedValuesOf('currency');

export const isCurrencyCode = (text: string): boolean => currencyCodes().includes(text);
