import { beforeAll, describe, expect, it } from 'vitest';
import { type ContactFacts, type Identifier, identifiersOf, isEvidence } from '../../src/customers/identifiers.ts';
import { loadPhoneMetadata } from '../../src/values/phones.ts';

beforeAll(() => loadPhoneMetadata());

const read = (facts: Partial<ContactFacts>): readonly Identifier[] =>
  identifiersOf({
    accountScope: null,
    account: null,
    name: null,
    email: null,
    phone: null,
    receiverName: null,
    receiverPhone: null,
    phoneCountry: 'CN',
    ...facts,
  });
const tea = { accountScope: 'taobao', account: '淘小茶' };
/** `phone +86… buyer usable` */
const told = (facts: Partial<ContactFacts>) =>
  read(facts).map(({ kind, value, role, state }) => [kind, value, role, state].join(' '));

describe('identifiersOf', () => {
  it('has an account in its scope, an e-mail everywhere, a phone in E.164', () => {
    const facts = { ...tea, name: '王小茶', email: 'Tea@Example.com', phone: '139 1234 5601' };
    expect(read(facts)).toEqual([
      {
        kind: 'account',
        scope: 'taobao',
        value: '淘小茶',
        role: 'buyer',
        state: 'usable',
        lineType: null,
        nameKey: '王小茶',
      },
      {
        kind: 'email',
        scope: '',
        value: 'tea@example.com',
        role: 'buyer',
        state: 'usable',
        lineType: null,
        nameKey: '王小茶',
      },
      {
        kind: 'phone',
        scope: '',
        value: '+8613912345601',
        role: 'buyer',
        state: 'usable',
        lineType: 'mobile',
        nameKey: '王小茶',
      },
    ]);
  });

  it.each<[string, string]>([
    ['ann@example.com', 'usable'],
    ['a**@example.com', 'masked'],
    ['no@email.com', 'placeholder'],
    ['x8k2@marketplace.amazon.com', 'relay'],
    ['ann@', 'invalid'],
  ])('e-mail %s is %s', (email, state) => {
    expect(read({ email })).toMatchObject([{ kind: 'email', role: 'buyer', state }]);
  });

  it('keeps a relay address inside its marketplace', () => {
    expect(read({ email: 'x8k2@marketplace.amazon.com' })).toMatchObject([{ scope: 'amazon' }]);
  });

  it.each<[string, string, string]>([
    ['13912345601', 'usable', 'mobile'],
    ['010-65881234', 'usable', 'landline'],
    ['+44 20 7946 0018', 'usable', 'landline'],
    ['139****5601', 'masked', 'unknown'],
    ['13912345601-1234', 'virtual', 'unknown'],
    ['1.39123E+10', 'damaged', 'unknown'],
    ['13800138000', 'placeholder', 'unknown'],
    ['call me', 'invalid', 'unknown'],
  ])('phone %s is %s, %s', (phone, state, lineType) => {
    expect(read({ phone })).toMatchObject([{ kind: 'phone', role: 'buyer', state, lineType }]);
  });

  it.each(['19900002001', '＋8619900002001'])(
    'takes a payment account without @, %s, as the buyer’s phone',
    (email) => {
      expect(told({ ...tea, email })).toEqual(['account 淘小茶 buyer usable', 'phone +8619900002001 buyer usable']);
    },
  );

  it('takes one with a full-width ＠ as an e-mail', () => {
    expect(told({ email: 'tea＠example.com' })).toEqual(['email tea@example.com buyer usable']);
  });

  it('has no account without a scope, and none to go by where it is masked', () => {
    expect(read({ account: '淘小茶' })).toEqual([]);
    for (const account of ['淘**', '##7Kj3aB==', '$$9xYz=='])
      expect(read({ ...tea, account })).toMatchObject([{ kind: 'account', state: 'masked' }]);
  });

  it('has nobody behind the account of guests', () => {
    expect(read({ ...tea, account: '0' })).toMatchObject([{ kind: 'account', state: 'placeholder' }]);
  });

  it('has nothing to go by where the marketplace has encrypted all of it', () => {
    const facts = { ...tea, account: '##a1==', name: '##b2==', email: '$$c3==', phone: '$$d4==' };
    const found = read({ ...facts, receiverName: '##e5==', receiverPhone: '$$f6==' });
    expect(found.map(({ state, nameKey }) => `${state} ${nameKey}`)).toEqual(Array(4).fill('masked null'));
    expect(found.filter(isEvidence)).toEqual([]);
  });
});

describe('a parcel receiver', () => {
  const receiver = { receiverName: '李远', receiverPhone: '13912345603' };

  it('is not the buyer where an account says who that is', () => {
    expect(told({ ...tea, ...receiver })).toEqual([
      'account 淘小茶 buyer usable',
      'phone +8613912345603 receiver usable',
    ]);
  });

  it.each<[string, Partial<ContactFacts>]>([
    ['no account', {}],
    ['a masked account', { ...tea, account: '淘**' }],
    ['an e-mail but no account', { email: 'tea@example.com' }],
  ])('is the buyer where there is %s', (_, facts) => {
    expect(told({ ...facts, ...receiver })).toContain('phone +8613912345603 buyer usable');
  });

  it('brings a name of their own, not the buyer’s', () => {
    const phones = read({ ...tea, name: '王小茶', phone: '13912345601', ...receiver }).filter(
      ({ kind }) => kind === 'phone',
    );
    expect(phones.map(({ nameKey }) => nameKey)).toEqual(['王小茶', '李远']);
  });

  it('is the buyer again where both numbers are one', () => {
    const facts = { ...tea, phone: '13912345603', receiverPhone: '+86 139 1234 5603' };
    expect(told(facts)).toEqual(['account 淘小茶 buyer usable', 'phone +8613912345603 buyer usable']);
  });
});

describe('names beside identifiers', () => {
  it.each<[string | null, string | null, string | null]>([
    ['  Ann   ARCHER ', null, 'ann archer'],
    ['Ａｎｎ', null, 'ann'],
    ['王**', '李远', null],
    ['##7Kj3aB==', '李远', null],
    ['209:JpX2a', '李远', null],
    [null, '李远', '李远'],
    [null, null, null],
  ])('of buyer %j and receiver %j: %j', (name, receiverName, key) => {
    const facts = { name, receiverName };
    expect(read({ ...facts, email: 'ann@example.com' })).toMatchObject([{ nameKey: key }]);
  });
});

describe('what may join', () => {
  it.each<[Identifier['kind'], Identifier['role'], Identifier['state'], boolean]>([
    ['account', 'buyer', 'usable', true],
    ['account', 'buyer', 'masked', false],
    ['email', 'buyer', 'usable', true],
    ['email', 'buyer', 'relay', true],
    ['email', 'buyer', 'placeholder', false],
    ['email', 'buyer', 'invalid', false],
    ['email', 'buyer', 'masked', false],
    ['phone', 'buyer', 'usable', true],
    ['phone', 'receiver', 'usable', false],
    ['phone', 'buyer', 'virtual', false],
    ['phone', 'buyer', 'damaged', false],
    ['phone', 'buyer', 'masked', false],
    ['phone', 'buyer', 'placeholder', false],
  ])('%s of the %s, %s: %s', (kind, role, state, expected) => {
    expect(isEvidence({ kind, role, state })).toBe(expected);
  });

  it('is handed on by kind, and the rest is not', () => {
    const facts = {
      ...tea,
      name: '王小茶',
      email: 'no@email.com',
      phone: '13912345601',
      receiverName: null,
      receiverPhone: '13912345603',
    };
    expect(read(facts).filter(isEvidence)).toMatchObject([
      { kind: 'account', scope: 'taobao', value: '淘小茶', nameKey: '王小茶' },
      { kind: 'phone', value: '+8613912345601', nameKey: '王小茶' },
    ]);
  });
});
