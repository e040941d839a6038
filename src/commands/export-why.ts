import type { Words } from '../messages/words.ts';
import { command } from './command.ts';
import { type ListAsked, listOptions } from './list-options.ts';

export const exportWhy = command({
  path: 'export why <who>',
  summary: {
    en: 'whether a customer would be on a contact list, and the first rule that keeps them off',
    zh: '客户会不会在联系名单上，以及最先挡住的规则',
  },
  examples: [
    'regulars export why 淘小茶 --segment at_risk --channel sms --kind care',
    'regulars export why ann@example.com --channel email --kind promotion --json',
  ],
  options: listOptions,
  rows: true,
  async run(context, [who = ''], options) {
    const { wayOf, makeList } = await import('./made-list.ts');
    const { channel, kind } = wayOf(context, options);
    const archive = await context.archive('read');
    const { requireCustomer } = await import('./who.ts');
    const { customerRow } = await import('../customers/queries.ts');
    const { listSteps } = await import('./list-steps.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars export why ${number}`);
    const isNamed =
      options.segment === undefined &&
      options.where === undefined &&
      options.from === undefined &&
      options.customer.length === 0;
    // Of nobody else it is asked whether they may be written to.
    const asked = isNamed ? { ...options, customer: [String(customer)] } : options;
    const made = await makeList(context, archive, asked, new Set(['name']));
    const { contacts } = context.words;
    const steps = listSteps(context, archive, made, customer, isNamed ? contacts.whyList.named : chosenBy(options));
    const name = customerRow(archive, customer)?.name ?? null;
    const last = steps.at(-1);
    const isOn = last?.passed ?? false;
    const { wantsDocument } = await import('./document.ts');
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      const kept = isOn ? null : (last?.rule ?? null);
      await writeJson(context, { customer_id: customer, name, channel, kind, on_list: isOn, kept_out_by: kept, steps });
      return undefined;
    }
    const { term } = await import('../output/term.ts');
    const { renderFields } = await import('../output/fields.ts');
    const { words, io } = context;
    const head = contacts.whyList.head(name ?? '', customer, isOn, term(words, channel), term(words, kind));
    const lines = steps.map(
      ({ rule, passed, detail }) =>
        [
          `${passed ? '✓' : '✗'} ${contacts.whyList.rules[rule]}`,
          detail || contacts.whyList[passed ? 'yes' : 'no'],
        ] as const,
    );
    const changes = isOn || last === undefined ? undefined : changeOf(contacts, last.rule, channel);
    await io.write(
      `${io.out.style.bold(head)}\n${renderFields(lines, io.out)}${changes === undefined ? '' : `\n${changes}\n`}`,
    );
    return undefined;
  },
});

function chosenBy({ segment, where, from }: ListAsked): string {
  return [segment, where, from].filter((part) => part !== undefined).join(', ');
}

function changeOf({ changes }: Words['contacts'], rule: string, channel: string): string | undefined {
  const change = (changes as Readonly<Record<string, (channel: string) => string>>)[rule];
  return change?.(channel);
}
