import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../src/values/days.ts';
import { zoneNamed } from '../../src/values/zone-named.ts';
import { dayIn, isZone, toInstant, zoneFromOffsets } from '../../src/values/zones.ts';

const seconds = (utc: string): number => Date.parse(utc) / 1000;
const wall = (text: string, offset: number | null = null) => ({ wall: text, offset, dateOnly: false });

describe('a wall time', () => {
  test.each([
    ['2026-06-01T12:00:00', 'Asia/Shanghai', '2026-06-01T04:00:00Z'],
    ['2026-06-01T12:00:00', 'Asia/Kathmandu', '2026-06-01T06:15:00Z'],
    ['2026-01-15T12:00:00', 'America/New_York', '2026-01-15T17:00:00Z'],
    ['2026-06-15T12:00:00', 'America/New_York', '2026-06-15T16:00:00Z'],
    ['2026-06-01T12:00:00', 'UTC', '2026-06-01T12:00:00Z'],
    ['2026-06-01T12:00:00', '+05:30', '2026-06-01T06:30:00Z'],
    ['2026-06-01T12:00:00', '-03:30', '2026-06-01T15:30:00Z'],
  ])('%s in %s', (text, zone, utc) => expect(toInstant(wall(text), zone)).toEqual({ at: seconds(utc) }));

  it('follows the offset written beside it, whatever the zone', () => {
    const expected = { at: seconds('2026-06-01T17:00:00Z') };
    expect(toInstant(wall('2026-06-01T12:00:00', -300), 'Asia/Shanghai')).toEqual(expected);
    expect(toInstant(wall('2026-03-08T02:30:00', 0), 'America/New_York')).toEqual({
      at: seconds('2026-03-08T02:30:00Z'),
    });
  });

  test.each([
    ['America/New_York', '2026-03-08T02:00:00', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00Z'],
    ['Europe/London', '2026-03-29T01:30:00', '2026-03-29T01:30:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00Z'],
    // Samoa went to the other side of the date line and never had that day.
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00Z'],
  ])('that %s skipped moves forward: %s', (zone, text, utc) =>
    expect(toInstant(wall(text), zone)).toEqual({ at: seconds(utc), note: 'gap' }),
  );

  test.each([
    ['America/New_York', '2026-11-01T01:00:00', '2026-11-01T05:00:00Z'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z'],
    ['Europe/London', '2026-10-25T01:30:00', '2026-10-25T00:30:00Z'],
    ['Australia/Sydney', '2026-04-05T02:30:00', '2026-04-04T15:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00Z'],
  ])('that %s had twice is the earlier one: %s', (zone, text, utc) =>
    expect(toInstant(wall(text), zone)).toEqual({ at: seconds(utc), note: 'overlap' }),
  );

  test.each([
    ['2026-03-08T01:59:59', '2026-03-08T06:59:59Z'],
    ['2026-03-08T03:00:00', '2026-03-08T07:00:00Z'],
    ['2026-11-01T00:59:59', '2026-11-01T04:59:59Z'],
    ['2026-11-01T02:00:00', '2026-11-01T07:00:00Z'],
  ])('just beside a change of the clocks is plain: %s', (text, utc) =>
    expect(toInstant(wall(text), 'America/New_York')).toEqual({ at: seconds(utc) }),
  );
});

describe('the day of an instant', () => {
  test.each([
    ['2026-06-30T15:59:59Z', 'Asia/Shanghai', '2026-06-30'],
    ['2026-06-30T16:00:00Z', 'Asia/Shanghai', '2026-07-01'],
    ['2026-07-01T03:59:59Z', 'America/New_York', '2026-06-30'],
    ['2026-07-01T04:00:00Z', 'America/New_York', '2026-07-01'],
    ['2026-12-01T04:59:59Z', 'America/New_York', '2026-11-30'],
    ['2026-06-30T18:30:00Z', '+05:30', '2026-07-01'],
    ['2026-07-01T02:00:00Z', '-05:00', '2026-06-30'],
  ])('%s in %s', (utc, zone, day) => expect(dayIn(seconds(utc), zone)).toBe(day));

  it('is the day on the wall, in every zone and season', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Chatham', 'America/St_Johns', '+05:30');
    const second = fc.integer({ min: 0, max: 86_399 });
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 7300 }), second, (name, days, time) => {
        const day = addDays('2010-01-01', days);
        const text = `${day}T${new Date(time * 1000).toISOString().slice(11, 19)}`;
        const { at } = toInstant(wall(text), name);
        expect(dayIn(at, name)).toBe(day);
      }),
    );
  });
});

describe('a zone', () => {
  test.each([
    ['Asia/Shanghai', true],
    ['America/Argentina/Buenos_Aires', true],
    ['UTC', true],
    ['GMT', true],
    ['+08:00', true],
    ['-05:30', true],
    ['+14:00', true],
    ['+15:00', false],
    ['+08:60', false],
    ['+99:99', false],
    ['Mars/Olympus', false],
    ['EST', false],
    ['CST', false],
    ['+8', false],
    ['', false],
  ])('%j: %s', (text, known) => expect(isZone(text)).toBe(known));

  type Sample = [wall: string, offset: number];
  const winter = '2026-01-15T10:00:00';
  const summer = '2026-07-15T10:00:00';

  test.each<[string, Sample[]]>([
    [
      'America/New_York',
      [
        [winter, -300],
        [summer, -240],
      ],
    ],
    ['America/New_York', [[winter, -300]]],
    [
      'America/Phoenix',
      [
        [winter, -420],
        [summer, -420],
      ],
    ],
    [
      'America/Denver',
      [
        [winter, -420],
        [summer, -360],
      ],
    ],
    [
      'Asia/Shanghai',
      [
        [winter, 480],
        [summer, 480],
      ],
    ],
    [
      'UTC',
      [
        [winter, 0],
        [summer, 0],
      ],
    ],
    [
      'Europe/London',
      [
        [winter, 0],
        [summer, 60],
      ],
    ],
    [
      'Australia/Sydney',
      [
        [winter, 660],
        [summer, 600],
      ],
    ],
    [
      'Australia/Brisbane',
      [
        [winter, 600],
        [summer, 600],
      ],
    ],
    ['Asia/Kathmandu', [[winter, 345]]],
  ])('that a file was written in is the main one with its offsets: %s', (zone, samples) =>
    expect(zoneFromOffsets(samples.map(([text, offset]) => ({ wall: text, offset })))).toBe(zone),
  );

  test.each<[string, Sample[]]>([
    ['+12:45', [[summer, 765]]],
    [
      '-03:30',
      [
        [winter, -210],
        [summer, -210],
        [summer, 480],
      ],
    ],
    [
      '-05:00',
      [
        [winter, 480],
        [winter, -300],
      ],
    ],
  ])('that no main one fits is the commonest offset, of two the western: %s', (zone, samples) =>
    expect(zoneFromOffsets(samples.map(([text, offset]) => ({ wall: text, offset })))).toBe(zone),
  );

  it('decides at the moment the clocks change, not by the date', () => {
    const around = [wall('2026-03-08T01:59:59', -300), wall('2026-03-08T03:00:00', -240)];
    expect(zoneFromOffsets(around.map((time) => ({ wall: time.wall, offset: time.offset ?? 0 })))).toBe(
      'America/New_York',
    );
  });
});

describe('the name a till has for its zone', () => {
  test.each([
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['Central Time (US & Canada)', 'America/Chicago'],
    ['Mountain Time (US & Canada)', 'America/Denver'],
    ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['Arizona', 'America/Phoenix'],
    ['Hawaii', 'Pacific/Honolulu'],
    ['Atlantic Time (Canada)', 'America/Halifax'],
    ['London', 'Europe/London'],
    ['Edinburgh', 'Europe/London'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Hong Kong', 'Asia/Hong_Kong'],
    ['Beijing', 'Asia/Shanghai'],
    ['Tokyo', 'Asia/Tokyo'],
    ['Sydney', 'Australia/Sydney'],
    ['UTC', 'UTC'],
    ['(GMT-05:00) Eastern Time (US & Canada)', 'America/New_York'],
  ])('%s is %s', (name, zone) => {
    expect(zoneNamed(name)).toBe(zone);
    expect(isZone(zone)).toBe(true);
  });

  it.each(['', 'EST', 'America/New_York', 'Eastern Time', 'constructor', 'International Date Line West'])(
    'is none: %j',
    (text) => expect(zoneNamed(text)).toBeUndefined(),
  );
});
