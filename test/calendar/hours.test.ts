/** The tables of hours and zones. */
import { describe, expect, it, test } from 'vitest';
import { placeZone } from '../../src/calendar/place-zone.ts';
import { PROVINCE_ZONES } from '../../src/calendar/province-zones.ts';
import { SENDING_HOURS } from '../../src/calendar/quiet-hours.ts';
import { isDay } from '../../src/values/days.ts';
import { isZone } from '../../src/values/zones.ts';

describe('the tables', () => {
  it('say since when and where it is written, in hours that are hours', () => {
    const HOURS = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/;
    for (const { place, weekdays, saturday, sunday, since, source, evidence } of SENDING_HOURS) {
      for (const hours of [weekdays, saturday, sunday])
        for (const one of hours?.split(' ') ?? []) expect(one, place).toMatch(HOURS);
      expect(since === null || isDay(since), place).toBe(true);
      expect(source.length > 3 || (place === '' && evidence === 'recalled'), place).toBe(true);
    }
  });

  it('have one entry for a place and channel, and every part of a country is known by its code', () => {
    const keys = SENDING_HOURS.flatMap(({ place, channels }) => channels.map((channel) => `${place} ${channel}`));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { place } of SENDING_HOURS)
      if (place.includes('-')) expect(placeZone(place.slice(0, 2), place.slice(3), 'UTC').part, place).toBe(place);
  });

  it('name zones that there are, for each state and province', () => {
    expect(PROVINCE_ZONES.size).toBe(52 + 13 + 8);
    for (const [part, zones] of PROVINCE_ZONES) {
      expect(placeZone(part.slice(0, 2), part.slice(3), 'UTC')).toEqual({ country: part.slice(0, 2), part, zones });
      for (const zone of zones) expect(isZone(zone), zone).toBe(true);
    }
  });
});

describe('the zones of a place', () => {
  test.each([
    ['CN', null, ['Asia/Shanghai']],
    ['UK', null, ['Europe/London']],
    ['France', null, ['Europe/Paris']],
    ['US', 'new york', ['America/New_York']],
    ['NZ', null, ['Pacific/Auckland', 'Pacific/Chatham']],
    [null, 'NY', ['Asia/Shanghai']],
  ])('%s %s', (country, province, zones) =>
    expect([...placeZone(country, province, 'Asia/Shanghai').zones].toSorted()).toEqual(zones),
  );
});
