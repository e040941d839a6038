import { UsageError } from '../errors.ts';
import { command } from './command.ts';

export const consentRules = command({
  path: 'consent rules [place]',
  summary: {
    en: 'what must have been said before somebody is contacted, by place',
    zh: '各地在联系客户之前需要怎样的许可',
  },
  examples: ['regulars consent rules', 'regulars consent rules cn', 'regulars consent rules DE --json'],
  description: {
    en: 'PLACE is one of those listed, or a country by its two letters. It is the country of the customer, else of the shops they bought in, and the strictest where these differ. needs: granted, a yes; not-refused, no refusal. Care that needs a yes is taken for promotion. Promotion needs a yes wherever the shop has not the consent policy not-refused, by which the seller answers for having another ground. evidence: whether the source was read, or is recalled. This is no legal advice.',
    zh: 'PLACE 是列出的地区之一，或两个字母的国家代码。按客户所在国家判断，不知道时按其下过单的店铺的国家，几处不同时从严。needs：granted 需明确同意；not-refused 没有拒绝即可。需要同意的关怀信息视同营销。店铺没有设为 not-refused 时，营销一律需要同意；设为 not-refused 即由卖家自行承担依据。evidence：依据是读过原文（read）还是凭记忆（recalled）。不构成法律意见。',
  },
  options: {},
  rows: true,
  async run(context, [asked]) {
    const { PLACES, placeOf } = await import('../contacts/rules/places.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const named = PLACES.find(({ name }) => name === asked?.toLowerCase());
    if (asked !== undefined && !named && !/^[a-z]{2}$/i.test(asked))
      throw new UsageError(context.words.contacts.badPlace(asked, PLACES.map(({ name }) => name).join(', ')), {
        code: 'bad_place',
        hint: 'regulars consent rules',
      });
    const places = asked === undefined ? PLACES : [named ?? placeOf(asked)];
    return writeTable(context, {
      columns: [
        { name: 'place', kind: 'text' },
        { name: 'channel', kind: 'text', term: true },
        { name: 'kind', kind: 'text', term: true },
        { name: 'needs', kind: 'text', term: true },
        { name: 'since', kind: 'day' },
        { name: 'evidence', kind: 'text', term: true },
        { name: 'source', kind: 'text' },
      ],
      rows: places.flatMap(({ name, rules }) =>
        rules.map(({ channel, kind, needs, since, evidence, source }) => [
          name,
          channel,
          kind,
          needs,
          since,
          evidence,
          source,
        ]),
      ),
    });
  },
});
