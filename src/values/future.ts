/** Seconds by which a clock, or a zone nobody told, may be ahead: what lies further ahead has not happened yet. */
export const FUTURE_TOLERANCE = 48 * 3600;
