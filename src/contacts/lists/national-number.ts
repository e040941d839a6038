/** Chinese mobiles in their eleven digits, which providers there ask for; any other number keeps its country code. */
export const nationalNumber = (e164: string): string => /^\+86(1\d{10})$/.exec(e164)?.[1] ?? e164;
