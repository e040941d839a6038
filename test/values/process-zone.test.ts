import { beforeEach, expect, test, vi } from 'vitest';

let offsetByProcess: typeof import('../../src/values/process-zone.ts').offsetByProcess;
/** As in a process that has asked nothing yet. */
beforeEach(async () => {
  vi.resetModules();
  ({ offsetByProcess } = await import('../../src/values/process-zone.ts'));
});

const ZONES = ['America/New_York', 'America/St_Johns', 'Asia/Shanghai', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
/** Before and after a clock change, and of other rules than today's. */
const INSTANTS = ['1988-07-01T00:00:00Z', '2026-03-08T06:59:59Z', '2026-03-08T07:00:00Z', '2026-11-26T12:00:00Z'].map(
  (text) => Date.parse(text) / 1000,
);

/** As "GMT-05:00". */
function byIntl(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)$/.exec(format.format(at * 1000)) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

test('the zone of the process tells what Intl does, and is put back', () => {
  const before = new Date(0).getTimezoneOffset();
  for (const zone of ZONES)
    for (const at of INSTANTS) expect(offsetByProcess(at, zone), `${zone} ${at}`).toBe(byIntl(at, zone));
  expect(new Date(0).getTimezoneOffset()).toBe(before);
});

test('it tells nothing of zones that do not exist, of UTC and of times before 1970', () => {
  expect(offsetByProcess(1_780_000_000, 'Nowhere/Land')).toBeUndefined();
  expect(offsetByProcess(1_780_000_000, 'Atlantic/Reykjavik')).toBeUndefined();
  expect(offsetByProcess(-1, 'Asia/Shanghai')).toBeUndefined();
});

test('many are left to Intl', () => {
  for (let at = 0; at < 100; at++) offsetByProcess(at, 'Asia/Shanghai');
  expect(offsetByProcess(0, 'Asia/Shanghai')).toBeUndefined();
});
