/**
 * The names Rails has for time zones, as Square writes them. Source: ActiveSupport::TimeZone::MAPPING,
 * without the date line, which has changed its meaning between versions.
 */

/** Called by their city, which is the last part of the identifier. */
const CITIES = `
America/Tijuana America/Chihuahua America/Mazatlan America/Monterrey America/Bogota America/Caracas America/La_Paz
America/Santiago America/Asuncion America/Argentina/Buenos_Aires America/Montevideo America/Puerto_Rico
America/Mexico_City America/Lima Atlantic/Azores Africa/Casablanca Africa/Monrovia Africa/Cairo Africa/Harare
Africa/Nairobi Europe/Dublin Europe/London Europe/Lisbon Europe/Belgrade Europe/Bratislava Europe/Budapest
Europe/Ljubljana Europe/Prague Europe/Sarajevo Europe/Skopje Europe/Warsaw Europe/Zagreb Europe/Brussels
Europe/Copenhagen Europe/Madrid Europe/Paris Europe/Amsterdam Europe/Berlin Europe/Zurich Europe/Rome Europe/Stockholm
Europe/Vienna Europe/Bucharest Europe/Helsinki Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius Europe/Athens
Europe/Istanbul Europe/Minsk Europe/Kaliningrad Europe/Moscow Europe/Volgograd Europe/Samara Asia/Jerusalem Asia/Kuwait
Asia/Riyadh Asia/Baghdad Asia/Tehran Asia/Muscat Asia/Baku Asia/Tbilisi Asia/Yerevan Asia/Kabul Asia/Karachi
Asia/Tashkent Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Almaty Asia/Novosibirsk Asia/Rangoon Asia/Bangkok
Asia/Jakarta Asia/Krasnoyarsk Asia/Hong_Kong Asia/Urumqi Asia/Kuala_Lumpur Asia/Singapore Asia/Taipei Asia/Irkutsk
Asia/Ulaanbaatar Asia/Seoul Asia/Tokyo Asia/Yakutsk Asia/Vladivostok Asia/Magadan Asia/Srednekolymsk Asia/Kamchatka
Australia/Perth Australia/Darwin Australia/Adelaide Australia/Canberra Australia/Melbourne Australia/Sydney
Australia/Brisbane Australia/Hobart Pacific/Guam Pacific/Port_Moresby Pacific/Fiji Pacific/Auckland
`;

const OTHERS: Readonly<Record<string, string>> = {
  'Pacific Time (US & Canada)': 'America/Los_Angeles',
  'Mountain Time (US & Canada)': 'America/Denver',
  'Central Time (US & Canada)': 'America/Chicago',
  'Eastern Time (US & Canada)': 'America/New_York',
  'Atlantic Time (Canada)': 'America/Halifax',
  'Pacific Time (Canada)': 'America/Vancouver',
  Alaska: 'America/Juneau',
  Hawaii: 'Pacific/Honolulu',
  Arizona: 'America/Phoenix',
  'Indiana (East)': 'America/Indiana/Indianapolis',
  Newfoundland: 'America/St_Johns',
  Saskatchewan: 'America/Regina',
  Alberta: 'America/Edmonton',
  Guadalajara: 'America/Mexico_City',
  'Central America': 'America/Guatemala',
  Quito: 'America/Lima',
  Brasilia: 'America/Sao_Paulo',
  Georgetown: 'America/Guyana',
  Greenland: 'America/Godthab',
  'Mid-Atlantic': 'Atlantic/South_Georgia',
  'Cape Verde Is.': 'Atlantic/Cape_Verde',
  UTC: 'UTC',
  Edinburgh: 'Europe/London',
  Bern: 'Europe/Zurich',
  Kyiv: 'Europe/Kiev',
  'St. Petersburg': 'Europe/Moscow',
  'West Central Africa': 'Africa/Algiers',
  Pretoria: 'Africa/Johannesburg',
  'Abu Dhabi': 'Asia/Muscat',
  Ekaterinburg: 'Asia/Yekaterinburg',
  Islamabad: 'Asia/Karachi',
  Chennai: 'Asia/Kolkata',
  Mumbai: 'Asia/Kolkata',
  'New Delhi': 'Asia/Kolkata',
  'Sri Jayawardenepura': 'Asia/Colombo',
  Astana: 'Asia/Almaty',
  Hanoi: 'Asia/Bangkok',
  Beijing: 'Asia/Shanghai',
  Chongqing: 'Asia/Shanghai',
  Osaka: 'Asia/Tokyo',
  Sapporo: 'Asia/Tokyo',
  'Solomon Is.': 'Pacific/Guadalcanal',
  'New Caledonia': 'Pacific/Noumea',
  'Marshall Is.': 'Pacific/Majuro',
  Wellington: 'Pacific/Auckland',
  "Nuku'alofa": 'Pacific/Tongatapu',
  'Tokelau Is.': 'Pacific/Fakaofo',
  'Chatham Is.': 'Pacific/Chatham',
  Samoa: 'Pacific/Apia',
  'Midway Island': 'Pacific/Midway',
  'American Samoa': 'Pacific/Pago_Pago',
};

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
const ZONES = new Map([
  ...CITIES.trim()
    .split(/\s+/)
    .map((zone): [string, string] => [cityOf(zone), zone]),
  ...Object.entries(OTHERS),
]);

/** Eastern Time (US & Canada) as America/New_York, with `(GMT-05:00)` in front or not; undefined for no such name. */
export function zoneNamed(text: string): string | undefined {
  return ZONES.get(text) ?? ZONES.get(text.replace(/^\((?:GMT|UTC)(?:[+-]\d{2}:\d{2})?\)\s*/, ''));
}
