import { UsageError } from '../errors.ts';
import { choice, command, flag } from './command.ts';

export const platformsMapStatus = command({
  path: 'platforms map-status <platform> <word> [meaning]',
  summary: { en: 'say what a status word of a platform means', zh: '说明平台的某个状态词是什么意思' },
  examples: [
    'regulars platforms map-status generic 已完成 completed',
    'regulars platforms map-status woocommerce printed paid -n',
    'regulars platforms map-status youzan 已接单 paid --column status',
    'regulars platforms map-status generic 已完成 --remove',
  ],
  description: {
    en: 'Meanings: unpaid, paid, shipped, completed, cancelled, refunded, partly_refunded, refund_requested, nothing. Orders that say the word are worked out anew at once; no file is read again.',
    zh: '可用的含义：unpaid（未付款）、paid（已付款）、shipped（已发货）、completed（已完成）、cancelled（已取消）、refunded（已退款）、partly_refunded（部分退款）、refund_requested（申请退款）、nothing（不说明状态）。用到该词的订单立即重新计算，无需重新导入。',
  },
  options: {
    column: choice(
      '--column <role>',
      {
        en: 'which column it stands in (default: where it is not understood)',
        zh: '该词所在的列（默认：不认识它的那一列）',
      },
      ['status', 'payment', 'fulfilment', 'refund', 'cancellation'],
    ),
    remove: flag('--remove', { en: 'take back what was said of the word', zh: '取消之前的说明' }),
  },
  async run(context, [name = '', word = '', meaning], options) {
    const { io, words } = context;
    const { checkSettings } = await import('./check-settings.ts');
    checkSettings(context, { platform: name });
    const { isMeaning, MEANINGS } = await import('../archive/vocabulary.ts');
    const names = Object.keys(MEANINGS).join(', ');
    if (options.remove ? meaning !== undefined : meaning === undefined || !isMeaning(meaning))
      throw new UsageError(words.ingest.badMeaning(meaning ?? '', options.remove), {
        code: 'bad_meaning',
        hint: names,
      });
    // A pattern would hold for words nobody has seen yet.
    if (word.trim() === '' || word.trim() === '*')
      throw new UsageError(words.ingest.badValue('word', word, '已完成, printed')[0], { code: 'bad_value' });
    const archive = await context.archive('write');
    const { rolesOf, setMeaning } = await import('../archive/status-meanings.ts');
    const roles = options.column === undefined ? rolesOf(archive, name, word) : [options.column];
    if (roles.length === 0)
      throw new UsageError(words.ingest.wordNowhere(word, name), {
        code: 'word_nowhere',
        hint: words.ingest.wordNowhereHint(name),
      });
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const at = Math.floor(context.now().getTime() / 1000);
    const given = meaning !== undefined && isMeaning(meaning) ? meaning : undefined;
    const { changed } = setMeaning(archive, { platform: name, roles, word, meaning: given, at });
    io.say(words.ingest.wordMapped(word, given ?? null, changed));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
