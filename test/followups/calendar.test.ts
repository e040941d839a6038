/** Calendar files of follow-ups, read back by ical.js. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { dayShop, idFor, PLAYS } from './day-shop.ts';
import { named, weekShop } from './week.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await dayShop();
});
afterEach(() => shop.close());

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents().map((item) => ({
    kind: item.name,
    uid: textIn(item, 'uid'),
    sequence: Number(item.getFirstPropertyValue('sequence')),
    summary: textIn(item, 'summary'),
    description: textIn(item, 'description'),
    status: textIn(item, 'status'),
    day: textIn(item, 'dtstart') || textIn(item, 'due'),
    alarm: String(item.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger') ?? ''),
  }));
const textIn = (item: ICAL.Component, name: string) => String(item.getFirstPropertyValue(name) ?? '');

const on = async (day: string, ...args: string[]) => read((await shop.on(day, 'followup', 'calendar', ...args)).stdout);
const uidOf = async (who: string) => `${await idFor(shop, who)}@followups.regulars`;

describe('followup calendar', () => {
  it('has an all-day event for each, with why, what to say and the number, and an alarm as the hours begin', async () => {
    const items = await on('2026-07-01');
    expect(items.map(({ kind, status, summary, day }) => [kind, status, summary, day])).toEqual(
      expect.arrayContaining([
        ['vevent', 'CONFIRMED', '陈静: welcome_call', '2026-07-01'],
        ['vevent', 'CONFIRMED', 'Dan Dyer: card', '2026-07-01'],
        ['vevent', 'CONFIRMED', 'Dan Dyer: welcome_call', '2026-07-03'],
      ]),
    );
    const ann = items.find(({ summary }) => summary === 'Ann Archer: welcome_call');
    expect(ann?.uid).toBe(await uidOf('Ann Archer'));
    expect(ann?.description).toContain('+8613912345601');
    expect(ann?.description).toContain('first order Hillside/1001 on 2026-06-29');
    expect(ann?.description).toContain('Hello Ann Archer, this is Hillside about Green tea, order 1001.');
    expect(ann?.alarm).toBe('PT540M');
  });

  it('has tasks with --todo, due when the hours end, and Chinese where it is asked for', async () => {
    const items = await on('2026-07-01', '--todo', '--lang', 'zh', '--days', '1');
    expect(items.filter(({ status }) => status === 'NEEDS-ACTION')).toHaveLength(5);
    const jing = items.find(({ summary }) => summary === '陈静：welcome_call');
    expect(jing).toMatchObject({
      kind: 'vtodo',
      status: 'NEEDS-ACTION',
      day: '2026-07-01T12:00:00Z',
      alarm: '-PT660M',
    });
    expect(jing?.description).toContain('原因：2026-06-29 首单 Hillside/1003');
  });

  it('moves what was put off and cancels what is over, under the same name and with a higher number', async () => {
    const before = await on('2026-07-01');
    const [ann, bo, jing] = [await uidOf('Ann Archer'), await uidOf('Bo Baker'), await uidOf('陈静')];
    const idOf = (uid: string) => uid.split('@')[0] ?? '';
    await shop.on('2026-07-01', 'followup', 'snooze', idOf(ann), '--days', '4');
    await shop.on('2026-07-01', 'followup', 'done', idOf(bo), '--outcome', 'reached');
    await shop.ingest(
      [{ customer_name: '陈静', phone: '13912345603', order_date: '2026-07-02 09:00' }],
      'Hillside',
      '2026-07-02',
    );
    const after = await on('2026-07-02');
    const of = (uid: string) => after.find((item) => item.uid === uid);
    expect(of(ann)).toMatchObject({ status: 'CONFIRMED', day: '2026-07-05' });
    expect(of(bo)).toMatchObject({ status: 'CANCELLED', description: '', alarm: '' });
    expect(of(jing)).toMatchObject({ status: 'CANCELLED', summary: 'welcome_call: no longer to be done' });
    const sequenceOf = (uid: string) => before.find((item) => item.uid === uid)?.sequence ?? Infinity;
    for (const uid of [ann, bo, jing]) expect(of(uid)?.sequence).toBeGreaterThan(sequenceOf(uid));
  });

  it('cancels nothing of what no calendar ever had', async () => {
    await shop.on('2026-07-01', 'followup', 'done', await idFor(shop, 'Bo Baker'), '--outcome', 'reached');
    await shop.on('2026-07-01', 'play', 'off', 'card');
    const args = ['followup', 'calendar', '--days', '3'];
    const { stdout, stderr } = await shop.on('2026-07-02', ...args);
    expect(read(stdout).map(({ status }) => status)).not.toContain('CANCELLED');
    expect(stderr).toMatch(/^\d+ follow-ups from 2026-07-02 to 2026-07-04\n$/);
    expect((await shop.on('2026-07-20', ...args, '-n')).stdout).toContain('CANCELLED');
    expect((await shop.on('2026-09-20', ...args)).stdout).not.toContain('CANCELLED');
  });

  it('leaves what is later than its days, and what was only tried', async () => {
    expect((await on('2026-07-01', '-n')).length).toBeGreaterThan(5);
    await shop.on('2026-07-01', 'play', 'off', 'card');
    expect((await on('2026-07-01')).map(({ status }) => status)).not.toContain('CANCELLED');
    await shop.on('2026-07-01', 'play', 'off', 'welcome_call');
    const short = await on('2026-07-01', '--days', '1');
    expect(new Set(short.map(({ status, day }) => `${status} ${day}`))).toEqual(new Set(['CANCELLED 2026-07-01']));
    expect((await on('2026-07-01')).map(({ day }) => day)).toContain('2026-07-03');
  });

  it('goes on knowing what calendars have after one of a day that has not come, and for thirty days', async () => {
    const ann = await uidOf('Ann Archer');
    const kept = () => {
      const db = new Database(shop.db, { readonly: true });
      const days = db.prepare('SELECT DISTINCT day FROM calendar_entries ORDER BY 1').pluck().all();
      db.close();
      return days;
    };
    await on('2026-07-01');
    await shop.regulars('followup', 'calendar', '--as-of', '2029-07-01');
    expect((await on('2026-07-20')).find(({ uid }) => uid === ann)?.status).toBe('CANCELLED');
    expect(kept()).toContain('2026-07-01');
    await on('2026-08-15');
    expect(kept()).toEqual([]);
  });

  it('cancels what expired, what was refused and what belongs to a play that was switched off', async () => {
    await on('2026-07-01');
    const ann = await uidOf('Ann Archer');
    const card = `${await idFor(shop, 'Dan Dyer', '--channel', 'parcel')}@followups.regulars`;
    await shop.on('2026-07-01', 'play', 'off', 'card');
    await shop.on('2026-07-01', 'consent', 'set', 'Bo Baker', 'phone', 'refused');
    const bo = await on('2026-07-02');
    expect(bo.find(({ uid }) => uid === card)?.status).toBe('CANCELLED');
    expect(bo.some(({ summary, description }) => `${summary}${description}`.includes('Bo Baker'))).toBe(false);
    expect((await on('2026-07-20')).find(({ uid }) => uid === ann)?.status).toBe('CANCELLED');
  });

  it('cancels what belongs to a play that was removed, or was another rule before', async () => {
    await on('2026-07-01');
    const ann = await uidOf('Ann Archer');
    const card = `${await idFor(shop, 'Dan Dyer', '--channel', 'parcel')}@followups.regulars`;
    await shop.on('2026-07-02', 'play', 'remove', 'welcome_call');
    const other = PLAYS.slice(PLAYS.lastIndexOf('[[play]]')).replace('on = "order"', 'on = "order", nth = 5');
    writeFileSync(join(shop.folder, 'card.toml'), other);
    await shop.on('2026-07-02', 'play', 'apply', 'card.toml', '--yes');
    const after = await on('2026-07-03');
    const statusOf = (uid: string) => after.find((item) => item.uid === uid)?.status;
    expect([statusOf(ann), statusOf(card)]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(after.filter(({ status }) => status !== 'CANCELLED')).toEqual([]);
    const later = await on('2026-08-20');
    expect(later.map(({ uid }) => uid)).not.toContain(ann);
  });

  it('is the same text twice, and a file of its owner alone with --out', async () => {
    const text = async () => (await shop.on('2026-07-01', 'followup', 'calendar')).stdout;
    expect(await text()).toBe(await text());
    const args = ['followup', 'calendar', '--out', 'todo.ics'];
    const { status, stderr } = await shop.regulars(...args);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/: written to todo\.ics\n$/)]);
    expect((await shop.regulars(...args, '--force', '-n')).stderr).not.toContain('written to');
    expect(statSync(join(shop.folder, 'todo.ics')).mode & 0o777).toBe(0o600);
    expect((await shop.regulars(...args)).status).toBe(1);
    expect((await shop.regulars(...args, '--force')).status).toBe(0);
  });
});

it('cancels what may not be sent any more for want of consent, and nothing of whoever is held out', async () => {
  const statuses = async (of: PlainShop, day: string) =>
    read((await of.on(day, 'followup', 'calendar')).stdout)
      .filter(({ summary }) => summary.includes('week'))
      .map(({ status }) => status);
  const week = await weekShop(['Ann Archer', 'Ben Baker']);
  expect(await statuses(week, '2026-07-01')).toEqual(['CONFIRMED', 'CONFIRMED']);
  await week.on('2026-07-02', 'consent', 'set', 'Ann Archer', 'sms', 'unknown');
  expect(await statuses(week, '2026-07-03')).toEqual(['CONFIRMED', 'CANCELLED']);
  week.close();
  const alone = await weekShop(['Ann Archer', 'Ben Baker'], named('week', 'holdout = 0.9'));
  expect(await statuses(alone, '2026-07-01')).toEqual([]);
  alone.close();
});
