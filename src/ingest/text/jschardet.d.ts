/** The part of jschardet 4 that is used; the package brings no types. */
declare module 'jschardet' {
  /** Best first. */
  export function detectAll(
    bytes: Uint8Array,
    options: { readonly detectEncodings: readonly string[]; readonly minimumThreshold: number },
  ): readonly { readonly encoding: string | null; readonly confidence: number }[];
}
