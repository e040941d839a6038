/** Which of the things that happened made somebody join or leave: the rule by itself. */
import { describe, expect, it } from 'vitest';
import { type Happening, type InBetween, reasonOf } from '../../src/segments/reason.ts';
import { type Read, readsOf } from '../../src/segments/reads.ts';

const happened = (kind: Happening['kind'], detail: string, at = 0, day: string | null = null): Happening => ({
  kind,
  detail,
  at,
  day,
});
const between = (more: Partial<InBetween> = {}): InBetween => ({ ranking: false, happenings: [], ...more });
const reads = (...kinds: Read[]) => new Set(kinds);

describe('reasonOf', () => {
  it('is what happened on the day of the change where that day is known, and nothing of other days', () => {
    const happenings = [happened('bought', 'A-1', 5, '2026-01-05'), happened('tag', 'vip', 9, '2026-01-09')];
    const reason = (flip: string) => reasonOf(between({ happenings, flip }), reads('bought', 'tag')).reason;
    expect([reason('2026-01-05'), reason('2026-01-09'), reason('2026-01-07')]).toEqual(['bought', 'tag', 'aged']);
  });

  it('is time where nothing happened, or nothing that the rule reads', () => {
    expect(reasonOf(between(), reads('bought'))).toEqual({ reason: 'aged', detail: null });
    const tagged = between({ happenings: [happened('tag', 'vip'), happened('note', 'call')] });
    expect(reasonOf(tagged, reads('bought', 'refunded')).reason).toBe('aged');
    expect(reasonOf(tagged, reads('bought', 'tag'))).toEqual({ reason: 'tag', detail: 'vip' });
  });

  it('is the last that happened, and of two at once the one said by hand', () => {
    const happenings = [happened('bought', 'A-1', 5), happened('tag', 'vip', 7), happened('refunded', 'A-0', 6)];
    expect(reasonOf(between({ happenings }), reads('bought', 'tag', 'refunded')).reason).toBe('tag');
    expect(reasonOf(between({ happenings }), reads('bought', 'refunded'))).toEqual({
      reason: 'refunded',
      detail: 'A-0',
    });
    const atOnce = [happened('bought', 'A-1', 5), happened('consent', 'sms granted', 5)];
    expect(reasonOf(between({ happenings: atOnce }), reads('bought', 'consent')).reason).toBe('consent');
  });

  it('is a merge or a later file whatever the rule reads', () => {
    for (const kind of ['merged', 'data'] as const)
      expect(reasonOf(between({ happenings: [happened(kind, 'x')] }), reads('tag'))).toEqual({
        reason: kind,
        detail: 'x',
      });
  });

  it('puts what would undo the change before what merely happened', () => {
    const happenings = [happened('bought', 'A-1', 5)];
    expect(reasonOf(between({ ranking: true, happenings }), reads('bought', 'ranking')).reason).toBe('ranking');
    expect(reasonOf(between({ ranking: true, formerNumber: 7, happenings }), reads('bought'))).toEqual({
      reason: 'merged',
      detail: '#7',
    });
    expect(
      reasonOf(between({ ranking: true, formerNumber: 7, ruleChanged: '1 → 2', happenings }), reads('bought')),
    ).toEqual({ reason: 'rule_changed', detail: '1 → 2' });
  });

  it.each<[Happening['kind'], Read, string]>([
    ['order', 'order', 'bought'],
    ['reduced', 'reduced', 'refunded'],
    ['edit', 'edit', 'data'],
    ['profile', 'profile', 'data'],
  ])('calls %s by its name', (kind, read, reason) => {
    expect(reasonOf(between({ happenings: [happened(kind, 'x')] }), reads(read)).reason).toBe(reason);
    expect(reasonOf(between({ happenings: [happened(kind, 'x')] }), reads('tag')).reason).toBe('aged');
  });
});

describe('readsOf', () => {
  const none = () => undefined;
  it('follows the fields, through brackets and other segments', () => {
    expect([...readsOf('number_of_orders > 1', none)].toSorted()).toEqual(['bought', 'refunded']);
    expect([...readsOf("NOT (customer_tags CONTAINS 'vip' OR number_of_orders > 1)", none)]).toContain('tag');
    expect(readsOf('amount_spent > 1', none).has('ranking')).toBe(false);
    const named = (name: string) => (name === 'best' ? { where: "value_band = 'vip'" } : undefined);
    expect(readsOf("in_segment('best') AND amount_spent > 1", named).has('ranking')).toBe(true);
  });
});
