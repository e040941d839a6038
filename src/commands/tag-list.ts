import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command } from './command.ts';
import { requireTag } from './require-tag.ts';

export const tagList = command({
  path: 'tag list [tag]',
  summary: { en: 'the tags in use, or the customers who carry one', zh: '在用的标签，或带有某个标签的客户' },
  examples: ['regulars tag list', 'regulars tag list spring', 'regulars tag list spring --as-of 2026-06-30 --csv'],
  options: {},
  rows: true,
  async run(context, [tag]) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { countTags, taggedCustomers } = await import('../tags/queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const moment = gather(archive, context.today(archive));
    if (tag === undefined) {
      return writeTable(context, {
        columns: [
          { name: 'tag', kind: 'text' },
          { name: 'customers', kind: 'integer' },
        ],
        rows: countTags(archive, moment).map((row) => [row.tag, row.customers]),
      });
    }
    await requireTag(context, archive, tag.normalize('NFC'));
    const { follows } = await import('../tags/follow-queries.ts');
    const follow = follows(archive).find((one) => one.tag === tag.normalize('NFC'));
    if (follow && (follow.refreshed_day ?? '') < moment.asOf) {
      const line = shellLine(['regulars', 'tag', 'refresh', ...archiveFlag(context)]);
      context.io.say(context.words.tags.stale(follow.tag, follow.segment, follow.refreshed_day ?? '', line));
    }
    return writeTable(context, {
      columns: [
        { name: 'tag', kind: 'text', machineOnly: true },
        { name: 'customer_id', kind: 'integer' },
        { name: 'name', kind: 'text' },
        { name: 'origin', kind: 'text', term: true },
        { name: 'reason', kind: 'text' },
        { name: 'added_at', kind: 'instant' },
        { name: 'expires', kind: 'day' },
      ],
      rows: taggedCustomers(archive, tag.normalize('NFC'), moment).map((row) => [
        row.tag,
        row.customer_id,
        row.name,
        row.origin,
        row.reason,
        row.added_at,
        row.expires_day,
      ]),
    });
  },
});
