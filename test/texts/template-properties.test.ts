/** Whatever a value is made of, and whatever somebody writes for a template. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate, render } from '../../src/texts/template.ts';
import { EXAMPLES } from '../../src/texts/text-fields.ts';

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('\n', '\r', '\u0000', '\u202e', '\ud800', '{{ name }}', '{%', '周', ' '))
    .map((all) => all.join('')),
);
const piece = fc.oneof(
  fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    'name',
    '称呼',
    '|',
    'default:',
    '"亲"',
    'if',
    'endif',
    'for',
    'in',
    '.',
    '｛｛',
    '\n',
    '-',
  ),
  fc.string(),
);

describe('any value', () => {
  it('leaves a text message one line, without control signs', async () => {
    await fc.assert(
      fc.asyncProperty(value, value, async (name, city) => {
        const settings = { language: 'zh', oneLine: true } as const;
        const { text } = await render('[{{ name }}] {{ city | upcase }}.', { name, city }, settings);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e]/u);
        expect(text).toMatch(/^\[.*\] ?.*\.$/u);
      }),
    );
  });

  it('is told of as said or as missing, never as both', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (name) => {
        const { told, missing } = await render('{{ name }}', { name }, { language: 'en', oneLine: true });
        expect(Object.hasOwn(told, 'name')).toBe(!missing.includes('name'));
      }),
    );
  });
});

describe('any text for a template', () => {
  it('is rendered, or its problems are told with places within it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = pieces.join(' ');
        const { problems } = await checkTemplate(text);
        if (problems.length === 0) await render(text, EXAMPLES, { language: 'en', oneLine: true });
        const lines = text.split('\n');
        for (const { line, column } of problems) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
