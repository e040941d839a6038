import { UsageError } from '../errors.ts';
import { command, flag } from './command.ts';

export const tagGroup = command({
  path: 'tag group [name]',
  summary: { en: 'tags of one group, of which a customer has one or many', zh: '标签组：一位客户可有其中一个或多个' },
  examples: ['regulars tag group', 'regulars tag group care --one-of', 'regulars tag group care --many'],
  description: {
    en: 'care:gold and care:silver are of the group care. A group is of many unless it is set to be one-of: then putting one of its tags on, by hand or by following, takes the others off. Files of customers add what they say and take nothing off; who carries more than one is counted here.',
    zh: 'care:gold 和 care:silver 属于 care 组。默认一位客户可以同时有同组的多个标签；设为 --one-of 后，手动或跟随分组加上一个就会去掉其他的。客户文件只会加上文件里的标签，不会去掉任何标签；同时带有多个的客户数列在这里。',
  },
  options: {
    oneOf: flag('--one-of', { en: 'one tag of it at a time', zh: '同时只能有一个' }),
    many: flag('--many', { en: 'any number of them', zh: '可以同时有多个' }),
  },
  rows: true,
  async run(context, [typed], { oneOf, many }) {
    const { tags, common } = context.words;
    if (oneOf && many) throw new UsageError(tags.oneOfOrMany, { code: 'one_of_or_many' });
    const changes = oneOf || many;
    if (changes && typed === undefined) throw new UsageError(tags.groupNeeded, { code: 'group_needed' });
    const name = typed?.normalize('NFC');
    if (name !== undefined) {
      const { groupOf, isTag } = await import('../tags/tag-name.ts');
      if (!isTag(name) || groupOf(`${name}:x`) !== name)
        throw new UsageError(tags.badGroup(name), { code: 'bad_group' });
    }
    const archive = await context.archive(changes ? 'write' : 'read');
    const { dayEnd } = await import('../measures/gather.ts');
    const { listGroups, setGroup } = await import('../tags/group-queries.ts');
    const asOf = context.today(archive);
    const moment = { asOf, until: dayEnd(archive, asOf) };
    if (changes && name !== undefined) {
      const changed = setGroup(archive, name, oneOf, Math.floor(context.now().getTime() / 1000));
      context.io.say(changed ? tags.groupSet(name, oneOf) : tags.groupSame(name, oneOf));
      const several = listGroups(archive, moment).find((group) => group.name === name)?.several ?? 0;
      if (oneOf && several > 0) context.io.say(tags.groupSeveral(name, several));
      if (context.dryRun) context.io.say(common.nothingChanged);
      return undefined;
    }
    const { writeTable } = await import('../output/write-table.ts');
    const groups = listGroups(archive, moment).filter((group) => name === undefined || group.name === name);
    return writeTable(context, {
      columns: [
        { name: 'tag_group', kind: 'text' },
        { name: 'one_of', kind: 'boolean' },
        { name: 'tags', kind: 'list' },
        { name: 'customers', kind: 'integer' },
        { name: 'with_several', kind: 'integer' },
      ],
      rows: groups.map((group) => [group.name, group.oneOf, group.tags, group.customers, group.several]),
    });
  },
});
