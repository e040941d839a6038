import { describe, expect, it } from 'vitest';
import { isFinal, type Said, settle } from '../../src/followups/outcome.ts';

const DUE = { due: '2026-07-01', until: '2026-07-10' };
const said = (outcome: Said['outcome'], day: string, rest: Partial<Said> = {}): Said => ({
  play: 'play',
  occurrence: 'Hill/1',
  customer: 1,
  outcome,
  result: null,
  until: null,
  day,
  ...rest,
});
const unanswered = (day: string) => said('done', day, { result: 'no_answer' });

describe('what was said of a follow-up', () => {
  it('leaves it open where nothing was', () => {
    expect(settle(DUE, [])).toEqual({ open: DUE });
    expect(isFinal([])).toBe(false);
  });

  it.each(['handed_over', 'done', 'skipped'] as const)('settles it: %s', (outcome) => {
    const last = said(outcome, '2026-07-02');
    expect(settle(DUE, [last])).toEqual({ settled: last });
    // Whoever was handed over may still have said something.
    expect(isFinal([last])).toBe(outcome !== 'handed_over');
  });

  it.each([
    ['2026-07-05', { due: '2026-07-05', until: '2026-07-14' }],
    ['2026-08-01', { due: '2026-08-01', until: '2026-08-10' }],
  ])('puts it off until %s, whether it would be too late by then or not', (until, open) => {
    expect(settle(DUE, [said('snoozed', '2026-07-02', { until })])).toEqual({ open });
  });

  it.each([
    ['3 days where it waits for none', '2026-07-01', '2026-08-04'],
    ['as many as it waits', '2026-07-11', '2026-08-11'],
    ['14 days where it waits for long', '2026-07-25', '2026-08-15'],
    ['to its own end where that comes later', '2026-08-20', '2026-08-20'],
  ])('keeps what is put off after that day: %s', (_, own, until) => {
    const all = [said('snoozed', '2026-07-01', { until: '2026-08-01' })];
    const open = { due: '2026-08-01', until };
    expect(settle({ due: '2026-07-01', until: own }, all)).toEqual({ open });
    // Asked again of what has moved already.
    expect(settle(open, all)).toEqual({ open });
    const tried = [...all, unanswered('2026-08-01')];
    expect(settle({ due: '2026-07-01', until: own }, tried)).toEqual({ open: { due: '2026-08-02', until } });
    expect(settle({ due: '2026-07-01', until: own }, [...all, unanswered(until)])).toHaveProperty('settled');
  });

  it('holds as it was said last', () => {
    const all = [said('snoozed', '2026-07-02', { until: '2026-07-05' }), said('done', '2026-07-03')];
    expect(settle(DUE, all)).toEqual({ settled: all[1] });
    expect(settle(DUE, all.toReversed())).toMatchObject({ open: { due: '2026-07-05' } });
  });

  it('has whoever did not answer tried again the day after, three times in all', () => {
    const tries = ['2026-07-02', '2026-07-03', '2026-07-08'].map(unanswered);
    expect(settle(DUE, tries.slice(0, 1))).toEqual({ open: { due: '2026-07-03', until: '2026-07-10' } });
    expect(settle(DUE, tries.slice(0, 2))).toEqual({ open: { due: '2026-07-04', until: '2026-07-10' } });
    expect(settle(DUE, tries)).toEqual({ settled: tries[2] });
    expect(settle(DUE, [unanswered('2026-07-09')])).toEqual({ open: { due: '2026-07-10', until: '2026-07-10' } });
    expect(settle(DUE, [unanswered('2026-07-10')])).toEqual({ settled: unanswered('2026-07-10') });
    expect([1, 2, 3].map((count) => isFinal(tries.slice(0, count)))).toEqual([false, false, true]);
    expect(settle(DUE, [...tries.slice(0, 1), said('done', '2026-07-03', { result: 'reached' })])).toHaveProperty(
      'settled',
    );
  });
});
