import { UsageError } from '../errors.ts';
import { command, text } from './command.ts';

export const tagHistory = command({
  path: 'tag history [who]',
  summary: { en: 'every tag that was put on or taken off, when and why', zh: '标签的每次加上和去掉：时间、来源、理由' },
  examples: ['regulars tag history 淘小茶', 'regulars tag history --tag vip', 'regulars tag history 17 --json'],
  description: {
    en: 'Of a customer, or with --tag of a tag: then also what it was called and which segment it followed. kept_off: it was taken off by hand though it follows a segment, and stays off until somebody puts it back.',
    zh: '一位客户的记录；加 --tag 则为一个标签的记录，包括它原来的名字和跟随过的分组。kept_off：标签跟随分组，但被手动去掉，在重新手动加上之前不会再加上。',
  },
  options: { tag: text('--tag <name>', { en: 'of this tag', zh: '只看这个标签' }) },
  rows: true,
  async run(context, [who], { tag }) {
    if ((who === undefined) === (tag === undefined))
      throw new UsageError(context.words.tags.whoOrTag, { code: 'who_or_tag' });
    const archive = await context.archive('read');
    const { dayEnd } = await import('../measures/gather.ts');
    const { historyOf, historyOfTag } = await import('../tags/history-queries.ts');
    const { archiveZone } = await import('../measures/queries.ts');
    const { dayIn } = await import('../values/zones.ts');
    const { requireCustomer } = await import('./who.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const asOf = context.today(archive);
    const moment = { asOf, until: dayEnd(archive, asOf) };
    const zone = archiveZone(archive);
    const retry = (number: string) => `regulars tag history ${number}`;
    const events =
      who === undefined
        ? historyOfTag(archive, (tag ?? '').normalize('NFC'), moment)
        : historyOf(archive, await requireCustomer(context, archive, who, retry), moment);
    return writeTable(context, {
      columns: [
        { name: 'day', kind: 'day' },
        { name: 'at', kind: 'instant', machineOnly: true },
        { name: 'action', kind: 'text', term: true },
        { name: 'tag', kind: 'text' },
        { name: 'customer_id', kind: 'integer' },
        { name: 'name', kind: 'text' },
        { name: 'origin', kind: 'text', term: true },
        { name: 'reason', kind: 'text' },
        { name: 'expires', kind: 'day' },
      ],
      rows: events.map((event) => [
        event.day ?? dayIn(event.at ?? 0, zone),
        event.at,
        event.action,
        event.tag,
        event.customer_id,
        event.name,
        event.origin,
        event.reason,
        event.expires_day,
      ]),
    });
  },
});
