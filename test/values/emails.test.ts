import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isCiphertext } from '../../src/values/ciphertext.ts';
import { readEmail } from '../../src/values/emails.ts';

describe('an e-mail address', () => {
  it.each([
    'ann@example.com',
    'Ann@Example.COM',
    '  ann@example.com\t',
    'mailto:ann@example.com',
    'MAILTO:Ann@example.com',
    'Ann Archer <ann@example.com>',
    '"Archer, Ann" <Ann@Example.com>',
    '<ann@example.com>',
    'Ann <ann@example.com>;',
    'Ann <ann@example.com>, ',
    'ann@example.com.',
    'ann@example.com,',
    'ann@example.com; ',
    'a\u200bnn@example.com\ufeff',
    'ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ',
  ])('is the same however it was written: %s', (text) =>
    expect(readEmail(text)).toEqual({ state: 'usable', value: 'ann@example.com', nonAscii: false }),
  );

  it.each(['a.n.n+tea@gmail.com', 'ann@gmail.com', "o'hara@example.com", '12345@qq.com', 'a_b-c@ex-am-ple.co'])(
    'keeps its dots, tags and signs, which elsewhere tell people apart: %s',
    (text) => expect(readEmail(text)).toMatchObject({ state: 'usable', value: text }),
  );

  test.each([
    ['ann@Exämple.com', 'ann@xn--exmple-cua.com'],
    ['ann@xn--exmple-cua.com', 'ann@xn--exmple-cua.com'],
    ['ann@例子.中国', 'ann@xn--fsqu00a.xn--fiqs8s'],
  ])('has its domain in ASCII: %s', (text, value) =>
    expect(readEmail(text)).toEqual({ state: 'usable', value, nonAscii: false }),
  );

  it('is marked where letters before the @ are not ASCII, which may be another alphabet in disguise', () => {
    const cyrillic = 'аnn@example.com';
    expect(readEmail(cyrillic)).toEqual({ state: 'usable', value: cyrillic, nonAscii: true });
    expect(readEmail('änn@example.com')).toMatchObject({ state: 'usable', nonAscii: true });
  });

  it('may have 64 characters before the @ and no more', () => {
    expect(readEmail(`${'ab'.repeat(32)}@example.com`).state).toBe('usable');
    expect(readEmail(`${'ab'.repeat(32)}c@example.com`).state).toBe('invalid');
  });
});

describe('what is no address to know or write to a person by', () => {
  test.each([
    ['b7x2@marketplace.amazon.com', 'amazon'],
    ['B7X2@marketplace.amazon.co.uk', 'amazon'],
    ['b7x2@marketplace.amazon.de', 'amazon'],
    ['b7x2@marketplace.amazon.in', 'amazon'],
    ['b7x2@marketplace.amazon.com.mx', 'amazon'],
    ['b7x2@marketplace.amazon.co.jp', 'amazon'],
    ['b7x2@members.ebay.com', 'ebay'],
    ['b7x2@members.ebay.com.au', 'ebay'],
    ['b7x2@reply.members.ebay.co.uk', 'ebay'],
    ['b7x2@relay.etsy.com', 'etsy'],
    ['b7x2@messages.etsy.com', 'etsy'],
    ['b7x2@scs.tiktokw.us', 'tiktok'],
    ['b7x2@relay.walmart.com', 'walmart'],
  ])('is the relay of a marketplace: %s', (text, marketplace) =>
    expect(readEmail(text)).toEqual({ state: 'relay', value: text.toLowerCase(), marketplace, nonAscii: false }),
  );

  it.each([
    'ann@amazon.com',
    'ann@notmarketplace.amazon.com',
    'ann@etsy.com',
    'x@marketplace.amazon.com.example.org',
    'x@marketplace.amazon.example.org',
    'x@members.ebay.co.uk.example.org',
    'x@members.ebay.shop',
  ])('is not a relay that only sounds like one: %s', (text) => expect(readEmail(text).state).toBe('usable'));

  it.each([
    'no@email.com',
    'none@none.com',
    'test@test.com',
    'a@a.com',
    'noemail@example.com',
    'No-Reply@example.com',
    'noreply@example.com',
    'unknown@example.com',
    'null@null.com',
    'xxx@xxx.com',
    'customer@customer.com',
  ])('is a placeholder: %s', (text) =>
    expect(readEmail(text)).toEqual({ state: 'placeholder', value: text.toLowerCase(), nonAscii: false }),
  );

  it.each(['nora@example.com', 'nonesuch@example.com', 'tester@example.com', 'test@example.com', 'xx@example.com'])(
    'is not a placeholder that only begins like one: %s',
    (text) => expect(readEmail(text).state).toBe('usable'),
  );

  it.each(['a***n@example.com', '****@qq.com', 'a••n@example.com', 'ann@e***.com', '***', '##7Kj==', '$$7K@x.com'])(
    'is masked: %s',
    (text) => {
      expect(readEmail(text)).toMatchObject({ state: 'masked', value: text });
    },
  );

  it.each([
    '',
    'ann',
    'n/a',
    '@example.com',
    'ann@',
    'ann@@example.com',
    'ann@example',
    'ann@localhost',
    'ann@example.c',
    'ann@-example.com',
    'ann@ex_ample.com',
    'ann@127.0.0.1',
    'ann@exam ple.com',
    'ann archer@example.com',
    '.ann@example.com',
    'ann.@example.com',
    'an..n@example.com',
    '[object object]',
    'ann@example,com',
    'ann@example.com ben@example.com',
  ])('is invalid: %j', (text) => expect(readEmail(text)).toEqual({ state: 'invalid', value: text, nonAscii: false }));
});

describe('a cell around an address', () => {
  test.each([
    ['a@example.com; b@example.com', 'a@example.com'],
    ['a@example.com,b@example.com', 'a@example.com'],
    ['a@example.com/b@example.com', 'a@example.com'],
    ['mailto:a@example.com?subject=Tea', 'a@example.com'],
    ["'a@example.com", 'a@example.com'],
    ['\u202aa@example.com\u202c', 'a@example.com'],
    ['a/b@example.com', 'a/b@example.com'],
  ])('falls away, and the first of several is taken: %s', (text, value) =>
    expect(readEmail(text)).toEqual({ state: 'usable', value, nonAscii: false }),
  );

  it.each(['a@example.com\nBcc: b@example.com', `a@${'example.'.repeat(60)}com`])(
    'is not cut down to an address: %j',
    (text) => expect(readEmail(text).state).toBe('invalid'),
  );

  it.each([
    'customer@example.com',
    'walk-in@example.com',
    '111111@qq.com',
    '123456@qq.com',
    'guest@guest.com',
    '123@123.com',
    'till@localhost.localdomain',
    'shop@server.local',
  ])('may hold nobody: %s', (text) => expect(readEmail(text).state).toBe('placeholder'));

  it.each(['smith@smith.com', 'guest@example.com', '13812@qq.com', 'x7@privaterelay.appleid.com'])(
    'holds somebody all the same: %s',
    (text) => expect(readEmail(text).state).toBe('usable'),
  );

  it('of a travel site is a relay', () => {
    expect(readEmail('a1b2@guest.booking.com')).toMatchObject({ state: 'relay', marketplace: 'booking' });
  });
});

describe('any address', () => {
  it('is read again as itself, in whatever case it was written', () => {
    fc.assert(
      // What a marketplace hides is taken as it is.
      fc.property(
        fc.emailAddress().filter((text) => !isCiphertext(text)),
        (text) => {
          const first = readEmail(text);
          expect(readEmail(first.value)).toEqual(first);
          expect(readEmail(text.toUpperCase())).toEqual(first);
        },
      ),
    );
  });
});
