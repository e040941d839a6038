import { UsageError } from '../errors.ts';
import { command, flag, parsed, text } from './command.ts';
import { wantsDocument } from './document.ts';
import { rowLimit } from './listing.ts';
import { requirePlay } from './play-named.ts';

/** How many previews where nobody says. */
const FEW = 3;

export const playShow = command({
  path: 'play show <play>',
  summary: { en: 'everything of a play: its rule, its messages, its reasons', zh: '玩法的全部内容：规则、消息和理由' },
  examples: [
    'regulars play show win_back',
    'regulars play show win_back --preview --limit 10',
    'regulars play show win_back --preview --customer ann@example.com',
    'regulars play show refund_call --json',
  ],
  options: {
    preview: flag('--preview', {
      en: 'its texts as they would go out, on customers it comes to soon',
      zh: '对即将联系到的客户，消息会是什么样',
    }),
    customer: text('--customer <who>', { en: 'preview on this customer', zh: '预览发给这位客户的消息' }),
    limit: parsed(
      '--limit <n>',
      { en: 'at most so many previews (default 3)', zh: '最多预览几条（默认 3）' },
      rowLimit,
    ),
  },
  rows: true,
  async run(context, [name = ''], { preview, customer, limit }) {
    if (!preview && (customer !== undefined || limit !== undefined))
      throw new UsageError(context.words.handovers.ofPreview, { code: 'without_preview', hint: '--preview' });
    const archive = await context.archive('read');
    const play = await requirePlay(context, archive, name);
    if (preview) {
      const { previewPlay } = await import('./play-preview.ts');
      const { requireCustomer } = await import('./who.ts');
      const retry = (who: string) => `regulars play show '${play.name}' --preview --customer ${who}`;
      const whose = customer === undefined ? undefined : await requireCustomer(context, archive, customer, retry);
      return previewPlay(context, archive, play, { customer: whose, limit: limit ?? FEW });
    }
    const { actsOfPlay } = await import('../followups/plays/play-queries.ts');
    const today = context.today(archive);
    const acts = actsOfPlay(archive, play.name).filter(({ day }) => day <= today);
    const { playDocument, playScreen } = await import('./play-screen.ts');
    const { tellUnseenMoves } = await import('./followup-others.ts');
    const tell = () => tellUnseenMoves(context, archive, play.on ? [play] : []);
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, playDocument(context.rowWords, play, acts));
      await tell();
      return undefined;
    }
    await context.io.write(playScreen(context, play, acts));
    await tell();
    return undefined;
  },
});
