import { isZone } from './zones.ts';

/** Time zone names as Rails programs write them (ActiveSupport::TimeZone), where these are not IANA's own. */
const RAILS: Readonly<Record<string, string>> = {
  Hawaii: 'Pacific/Honolulu',
  Alaska: 'America/Juneau',
  'Pacific Time (US & Canada)': 'America/Los_Angeles',
  Arizona: 'America/Phoenix',
  'Mountain Time (US & Canada)': 'America/Denver',
  'Central Time (US & Canada)': 'America/Chicago',
  'Eastern Time (US & Canada)': 'America/New_York',
  'Atlantic Time (Canada)': 'America/Halifax',
};

/** IANA name of a zone as exports write it; undefined for what is none. */
export function zoneNamed(text: string): string | undefined {
  if (text === '') return undefined;
  return RAILS[text] ?? (isZone(text) ? text : undefined);
}
