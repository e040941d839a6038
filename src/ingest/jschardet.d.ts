/** The part of jschardet 4 that is used; the package brings no types. */
declare module 'jschardet' {
  export function detect(
    bytes: Uint8Array,
    options: { readonly detectEncodings: readonly string[] },
  ): { readonly encoding: string | null; readonly confidence: number };
}
