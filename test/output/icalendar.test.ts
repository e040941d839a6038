/** Calendar files, read back by ical.js. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, type CalendarTodo, icalendar } from '../../src/output/icalendar.ts';

const STAMP = Date.UTC(2026, 5, 8, 1, 2, 3) / 1000;
const event: CalendarEvent = {
  kind: 'event',
  uid: 'thank_you-1-2026-06-08@regulars',
  stamp: STAMP,
  start: { day: '2026-06-08' },
  summary: '周小茶: thanks',
};
const todo: CalendarTodo = {
  kind: 'todo',
  uid: 'win_back-2-2026-06-09@regulars',
  stamp: STAMP,
  due: { at: Date.UTC(2026, 5, 9, 1, 0, 0) / 1000 },
  summary: 'call',
};
const calendar = (...items: readonly (CalendarEvent | CalendarTodo)[]) =>
  icalendar({ product: '-//regulars//EN', items });

const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never[]);
const first = (text: string, name: 'vevent' | 'vtodo') => {
  const component = read(text).getFirstSubcomponent(name);
  if (!component) throw new Error(`no ${name}`);
  return component;
};
const value = (component: InstanceType<typeof ICAL.Component>, property: string) =>
  String(component.getFirstPropertyValue(property));

describe('a calendar file', () => {
  it('has the lines that the RFC asks for, in one order, and no others', () => {
    expect(calendar(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//regulars//EN',
      'BEGIN:VEVENT',
      'UID:thank_you-1-2026-06-08@regulars',
      'DTSTAMP:20260608T010203Z',
      'DTSTART;VALUE=DATE:20260608',
      'SUMMARY:周小茶: thanks',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is a calendar without anything in it, too', () =>
    expect(read(icalendar({ product: 'p', method: 'PUBLISH', items: [] })).getFirstPropertyValue('method')).toBe(
      'PUBLISH',
    ));

  it('holds all that is told of an event', () => {
    const text = calendar({
      ...event,
      start: { at: STAMP },
      end: { at: STAMP + 1800 },
      sequence: 2,
      status: 'CANCELLED',
      description: 'first\nsecond, third; fourth\\n',
      location: '杭州市西湖区, 文三路',
      url: 'https://example.com/a?b=c;d,e\r\nX-BAD:1',
      categories: ['vip', 'a,b'],
      priority: 1,
      alarm: { minutes: -15, text: 'soon' },
    });
    const component = first(text, 'vevent');
    const said = ['sequence', 'status', 'description', 'location', 'priority', 'dtstart', 'dtend', 'url'];
    expect(said.map((property) => value(component, property))).toEqual([
      '2',
      'CANCELLED',
      'first\nsecond, third; fourth\\n',
      '杭州市西湖区, 文三路',
      '1',
      '2026-06-08T01:02:03Z',
      '2026-06-08T01:32:03Z',
      'https://example.com/a?b=c;d,e%0D%0AX-BAD:1',
    ]);
    expect(component.getFirstProperty('categories')?.getValues()).toEqual(['vip', 'a,b']);
    expect(component.getFirstProperty('x-bad')).toBeNull();
    const alarm = component.getFirstSubcomponent('valarm');
    expect(alarm?.toString().split('\r\n')).toEqual([
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT15M',
      'DESCRIPTION:soon',
      'END:VALARM',
    ]);
  });

  it('reminds of a whole day at an hour of it', () =>
    expect(calendar({ ...event, alarm: { minutes: 540, text: 'soon' } })).toContain('TRIGGER:PT540M\r\n'));

  it('holds all that is told of a to-do, which is reminded of by when it is due', () => {
    const text = calendar({
      ...todo,
      status: 'COMPLETED',
      completed: STAMP + 60,
      alarm: { minutes: -30, text: 'soon' },
    });
    const component = first(text, 'vtodo');
    expect(['due', 'status', 'completed'].map((property) => value(component, property))).toEqual([
      '2026-06-09T01:00:00Z',
      'COMPLETED',
      '2026-06-08T01:03:03Z',
    ]);
    expect(component.getFirstProperty('dtstart')).toBeNull();
    expect(text).toContain('TRIGGER;RELATED=END:-PT30M\r\n');
    expect(calendar({ ...todo, due: { day: '2026-06-09' } })).toContain('DUE;VALUE=DATE:20260609\r\n');
  });

  it('is the same whenever it is written', () => expect(calendar(event, todo)).toBe(calendar(event, todo)));
});

const TEXT = fc.string({
  unit: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '中',
        '文',
        '，',
        '😀',
        '👨‍👩‍👧',
        'é',
        '\n',
        '\r\n',
        ';',
        ',',
        '\\',
        '\\n',
        ':',
        '"',
        ' ',
        '\t',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom('\ud83d', '\udc00', '\u0000', '\u0007', '\u0085', '\u2028', '\ufeff') },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 20 }) },
  ),
  maxLength: 60,
});
/** What of a text may stand in a file: line breaks of one kind, no other control characters, no halves of pairs. */
const plain = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd');

/** ical.js takes the comma behind an escaped backslash for a part of the text. */
const CATEGORY = TEXT.filter((text) => text !== '' && !text.endsWith('\\'));

describe('any text', () => {
  it('comes back as it was, from lines of at most 75 octets', () => {
    fc.assert(
      fc.property(
        TEXT,
        TEXT,
        fc.array(CATEGORY, { minLength: 1, maxLength: 4 }),
        (summary, description, categories) => {
          const bytes = Buffer.from(calendar({ ...event, summary, description, categories }), 'utf8');
          const text = bytes.toString('utf8');
          // Every line is whole characters by itself.
          for (const line of text.split('\r\n')) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
            expect(line).not.toMatch(/\p{Cc}/u);
            if (!line.includes('\ufffd')) expect(Buffer.from(line).toString('utf8')).toBe(line);
          }
          const component = first(text, 'vevent');
          expect(component.getFirstPropertyValue('summary')).toBe(plain(summary));
          expect(component.getFirstPropertyValue('description')).toBe(plain(description));
          expect(component.getFirstProperty('categories')?.getValues()).toEqual(categories.map(plain));
          expect(read(text).getAllSubcomponents()).toHaveLength(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is folded between characters, and never inside one', () => {
    const summary = `${'a'.repeat(66)}😀${'中'.repeat(60)}`;
    const text = calendar({ ...event, summary });
    const bytes = Buffer.from(text, 'utf8');
    const lines = bytes
      .toString('latin1')
      .split('\r\n')
      .map((line) => Buffer.from(line, 'latin1'));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (const line of lines) expect(() => decoder.decode(line)).not.toThrow();
    expect(lines.some((line) => line.length > 70)).toBe(true);
    expect(value(first(text, 'vevent'), 'summary')).toBe(summary);
  });
});
