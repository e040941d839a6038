/** Raise when a change makes the same bytes read differently: files are then read again. */
export const READER_VERSION = 3;
