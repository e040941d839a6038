import { DataError } from '../errors.ts';
import { command } from './command.ts';

export const suppressRemove = command({
  path: 'suppress remove <suppression>',
  summary: { en: 'lift a suppression, by its number in the list', zh: '按名单中的编号解除禁止联系' },
  examples: ['regulars suppress remove 3', 'regulars suppress list'],
  options: {},
  async run(context, [id = '']) {
    const archive = await context.archive('write');
    const { liftSuppression } = await import('../contacts/queries.ts');
    const { contacts, common } = context.words;
    if (!/^\d+$/.test(id) || !liftSuppression(archive, Number(id), Math.floor(context.now().getTime() / 1000))) {
      throw new DataError(contacts.unknownSuppression(id), {
        code: 'unknown_suppression',
        hint: 'regulars suppress list',
      });
    }
    context.io.say(contacts.lifted(Number(id)));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
