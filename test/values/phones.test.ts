import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isMobile, MOBILE_COUNTRIES, mobileOf, mobilePattern } from '../../src/values/mobile-shapes.ts';
import { loadPhoneMetadata, readPhone } from '../../src/values/phones.ts';

beforeAll(loadPhoneMetadata);

const states = (text: string, country?: string) => readPhone(text, country).state;

describe('a phone number', () => {
  it.each([
    '13912345678',
    '139 1234 5678',
    '139-1234-5678',
    '+8613912345678',
    '+86 139 1234 5678',
    '+86-139-1234-5678',
    '(+86)13912345678',
    '8613912345678',
    '86-13912345678',
    '008613912345678',
    '１３９１２３４５６７８',
    '13912345678.0',
  ])('of a Chinese mobile: %s', (text) =>
    expect(readPhone(text, 'CN')).toEqual({ state: 'usable', value: '+8613912345678', lineType: 'mobile' }),
  );

  it.each(['2025550101', '(202) 555-0101', '202.555.0101', '1-202-555-0101', '+1 202 555 0101', '+12025550101'])(
    'of North America, where mobiles look like any other: %s',
    (text) => {
      const expected = { state: 'usable', value: '+12025550101', lineType: 'mobile' };
      expect(readPhone(text, 'US')).toEqual(expected);
      expect(readPhone(text, 'CA')).toEqual(expected);
    },
  );

  it('of North America may begin like a Chinese mobile, when its area is one', () => {
    expect(readPhone('1-310-555-0101', 'US')).toMatchObject({ state: 'usable', value: '+13105550101' });
  });

  test.each([
    ['021-64321234', 'CN', '+862164321234'],
    ['(021)64321234', 'CN', '+862164321234'],
    ['02164321234', 'CN', '+862164321234'],
    ['010-12345678', 'CN', '+861012345678'],
    ['0571-87654321', 'CN', '+8657187654321'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['+44 (0)20 7946 0018', 'US', '+442079460018'],
    ['030 12345678', 'DE', '+493012345678'],
    // Behind a hyphen stands a direct line of the same firm.
    ['0211-1234567-89', 'DE', '+49211123456789'],
  ])('of a landline: %s in %s', (text, country, value) =>
    expect(readPhone(text, country)).toEqual({ state: 'usable', value, lineType: 'landline' }),
  );

  it.each(['021-64321234-8', '021-64321234转8', '021-64321234 ext. 8'])(
    'of a landline is the same without its extension: %s',
    (text) => expect(readPhone(text, 'CN')).toMatchObject({ state: 'usable', value: '+862164321234' }),
  );

  test.each([
    ['07911 123456', 'GB', '+447911123456'],
    ['090-1234-5678', 'JP', '+819012345678'],
    ['0912 345 678', 'TW', '+886912345678'],
    ['9012 3456', 'HK', '+85290123456'],
  ])('of a mobile elsewhere: %s in %s', (text, country, value) =>
    expect(readPhone(text, country)).toEqual({ state: 'usable', value, lineType: 'mobile' }),
  );

  it('with a country code is the same whatever the country of the shop, or without one', () => {
    for (const country of ['US', 'CN', 'GB', undefined]) {
      expect(readPhone('+86 139 1234 5678', country).value).toBe('+8613912345678');
      expect(readPhone('+44 20 7946 0018', country).value).toBe('+442079460018');
      expect(readPhone('0044 20 7946 0018', country).value).toBe('+442079460018');
    }
  });

  it('without a country code says nothing where no country is known', () => {
    expect(states('13912345678')).toBe('invalid');
    expect(states('2025550101')).toBe('invalid');
  });

  it.each(['13912345678/13987654321', '13912345678、13987654321', '13912345678; 13987654321', '13912345678；021-1234'])(
    'is the first of two in one cell: %s',
    (text) => expect(readPhone(text, 'CN')).toMatchObject({ state: 'usable', value: '+8613912345678' }),
  );
});

describe('what is no number to know a person by', () => {
  it.each([
    '139****5678',
    '139xxxx5678',
    '139••••5678',
    '1********78',
    '+86139****5678',
    '1******6198',
    '186******05',
    '****',
    'W139****5678',
    '##7Kj3aB13912345678==',
    '$$9xYz/13912345678==',
    `##${'7Kj3aB'.repeat(20)}`,
    '(***) ***-0101',
    '1391234XXXX',
  ])('is masked: %s', (text) =>
    expect(readPhone(text, 'CN')).toEqual({ state: 'masked', value: text, lineType: 'unknown' }),
  );

  // A pool number with an extension belongs to a hundred parcels; without the extension it would join their people.
  it.each([
    '13912345678-1234',
    '+8613912345678-1234',
    '+86-13912345678-1234',
    '8613912345678-1234',
    '13912345678转1234',
    '13912345678分机1234',
    '13912345678,1234',
    '13912345678#1234',
    '13912345678 ext 1234',
    '13912345678;1234',
    '139 1234 5678-1234',
    '013912345678,1234',
    '[1234]13912345678',
    '13912345678转',
    '13912345678 转王女士 1234',
    '13912345678（分机 1234）',
    'V13912345678',
    'W13912345678',
    'v1234567890',
  ])('is virtual: %s', (text) =>
    expect(readPhone(text, 'CN')).toEqual({ state: 'virtual', value: text, lineType: 'unknown' }),
  );

  it.each(['+8613912345678,1234', '+8613912345678-1234', '+86 13912345678转1234', '(+86)13912345678 ext 12'])(
    'is virtual wherever the shop is: %s',
    (text) => {
      for (const country of ['US', 'GB', undefined]) expect(states(text, country)).toBe('virtual');
    },
  );

  test.each([
    ['13800138000', 'CN'],
    ['138-0013-8000', 'CN'],
    ['+86 13800138000', 'CN'],
    ['8613800138000', 'CN'],
    ['86 138 0013 8000', 'CN'],
    ['13800000000', 'CN'],
    ['11111111111', 'CN'],
    ['00000000', 'CN'],
    ['12345678901', 'CN'],
    ['1234567890', 'US'],
    ['(555) 555-5555', 'US'],
    ['999-999-9999', 'US'],
    ['+12222222222', 'US'],
    ['+15555555555', 'GB'],
    ['+1 (999) 999-9999', 'US'],
  ])('is a dummy: %s in %s', (text, country) => expect(states(text, country)).toBe('placeholder'));

  it.each(['1.39123E+10', '1.39E10', '8.61391E+12'])('was damaged by a spreadsheet: %s', (text) => {
    expect(readPhone(text, 'CN')).toEqual({ state: 'damaged', value: text, lineType: 'unknown' });
  });

  test.each([
    ['', 'CN'],
    ['none', 'CN'],
    ['123', 'CN'],
    ['1391234567', 'CN'],
    ['0', 'CN'],
    ['手机号-分机', 'CN'],
    ['209:Jp13912345678', 'CN'],
    ['139123456789', 'CN'],
    ['13912345678 13987654321', 'CN'],
    ['12345', 'US'],
    ['1-800-FLOWERS', 'US'],
    ['202-555-010', 'US'],
    ['13912345678', 'US'],
    ['13912345678,1234', 'CA'],
    ['+1 123 456 7890', 'US'],
    ['+86+8613912345678', 'CN'],
  ])('is no number at all: %j in %s', (text, country) =>
    expect(readPhone(text, country)).toEqual({ state: 'invalid', value: text, lineType: 'unknown' }),
  );
});

describe('any text', () => {
  it('gives E.164 or stays unusable', () => {
    const unit = fc.constantFrom(...'0123456789+-() x*#,;/转E.[]１');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), fc.constantFrom('CN', 'US', 'GB', undefined), (text, country) => {
        const { state, value } = readPhone(text, country);
        if (state === 'usable') expect(value).toMatch(/^\+[1-9]\d{6,14}$/);
      }),
      { numRuns: 500 },
    );
  });

  it('that gave a number gives it again from the number', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
    const written = fc.oneof(
      digits(9).map((rest) => [`13${rest}`, 'CN'] as const),
      digits(8).map((rest) => [`021-${rest}`, 'CN'] as const),
      digits(7).map((rest) => [`(202) ${rest}`, 'US'] as const),
      digits(8).map((rest) => [`020 ${rest}`, 'GB'] as const),
    );
    fc.assert(
      fc.property(written, ([text, country]) => {
        const first = readPhone(text, country);
        fc.pre(first.state === 'usable');
        expect(readPhone(first.value, undefined)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a mobile that is read by its shape', () => {
  test.each(MOBILE_COUNTRIES)('of %s is what the metadata say as well, abroad and at home', (country) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(mobilePattern(country))), (number) => {
        const abroad = parsePhoneNumberFromString(number);
        expect(isMobile(number)).toBe(true);
        expect(abroad?.number).toBe(number);
        expect(['MOBILE', 'FIXED_LINE_OR_MOBILE']).toContain(abroad?.getType());
        const national = abroad?.formatNational().replaceAll(/\D/g, '') ?? '';
        const home = mobileOf(national, country);
        if (home === undefined) return;
        expect(home).toBe(number);
        expect(parsePhoneNumberFromString(national, country as never)?.number).toBe(number);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['0171 1234567', 'DE', '+491711234567'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['07300 123456', 'GB', '+447300123456'],
    ['612 345 678', 'ES', '+34612345678'],
    ['090-1234-5678', 'JP', '+819012345678'],
  ])('is read at home too: %s in %s', (text, country, value) =>
    expect(readPhone(text, country)).toEqual({ state: 'usable', value, lineType: 'mobile' }),
  );
});

describe('a cell around a number', () => {
  it.each(['tel:+12025550101', "'+12025550101", '\u202a+12025550101\u202c', '12025550101.00', '١٢٠٢٥٥٥٠١٠١'])(
    'falls away: %j',
    (text) => expect(readPhone(text, 'US')).toMatchObject({ state: 'usable', value: '+12025550101' }),
  );

  it.each(['2025550101 ext. 12', '+1-202-555-0101;ext=12'])(
    'with an extension is no line to send a message to: %s',
    (text) => {
      expect(readPhone(text, 'US')).toEqual({
        state: 'usable',
        value: '+12025550101',
        lineType: 'landline',
      });
    },
  );

  it.each(['13888888888', '+8618888888888', '10000000000', '+491700000000'])('may be a dummy: %s', (text) =>
    expect(readPhone(text, 'CN').state).toBe('placeholder'),
  );

  it('that is longer than any number is none, masked or not', () => {
    expect(readPhone('+1 900 555 0101 '.repeat(10), 'US').state).toBe('invalid');
  });
});
