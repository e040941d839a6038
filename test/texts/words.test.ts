/** What is told of fields, templates, providers and texts, in both languages. */
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/messages/words.ts';
import type { FindingCode } from '../../src/texts/finding.ts';
import { PROVIDERS } from '../../src/texts/providers/providers.ts';
import { FIELD_NAMES } from '../../src/texts/text-fields.ts';

const finding = (code: FindingCode, wanted?: string) => ({ code, level: 'error' as const, words: '茶', at: 0, wanted });

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const words = wordsFor(language).texts;

  it('every field is told of', () => {
    expect(Object.keys(words.fields)).toEqual([...FIELD_NAMES]);
    for (const sentence of Object.values(words.fields)) expect(sentence).not.toBe('');
  });

  it('every provider is told of, and nobody else', () => {
    expect(Object.keys(words.providers)).toEqual(PROVIDERS.map(({ name }) => name));
    expect(Object.keys(words.evidence)).toEqual(['read', 'weak', 'recalled']);
  });

  it('every finding is a sentence, with what is wanted or without', () => {
    for (const [code, say] of Object.entries(words.findings))
      for (const wanted of ['x', undefined]) {
        const sentence = say(finding(code as FindingCode, wanted));
        expect(sentence.length, code).toBeGreaterThan(3);
        if (wanted !== undefined || code === 'costly_sign') expect(sentence, code).not.toMatch(/undefined|null/);
      }
    expect(words.findings.too_long({ ...finding('too_long', '500'), words: '501' })).toMatch(/501.*500/u);
  });

  it('every problem of a template names what stands there', () => {
    for (const [code, say] of Object.entries(words.problems))
      expect(say({ code: code as 'unclosed', line: 1, column: 2, words: '{{ x' })).toContain('{{ x');
    expect(words.problems.unreadable({ code: 'unreadable', line: 1, column: 1, words: '' })).not.toBe('');
    expect(words.problemAt(3, 7, 'x')).toMatch(/3.*7.*x/u);
    expect(words.didYouMean('name')).toContain('name');
  });

  it('parts are told with what makes them', () => {
    expect(words.parts(2, 71, 'UCS-2')).toMatch(/^2 .*(?:71.*UCS-2|UCS-2.*71)/u);
  });
});
