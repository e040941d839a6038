/**
 * The file, or the archive, is not what reading in one pass took it for: what was stored is void, and
 * the file has to be read again, in two passes.
 */
export class Unforeseen extends Error {}
