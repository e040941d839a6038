import type { Context } from '../context.ts';
import { BEST_SCORE, NOTE_KINDS, type NoteKind } from '../customers/note-kinds.ts';
import { DataError, UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';
import { isAhead } from './is-ahead.ts';
import { choice, command, parsed, text } from './command.ts';

interface Noting {
  readonly kind: NoteKind | undefined;
  readonly score: number | undefined;
  readonly referred: string | undefined;
}

export const customersNote = command({
  path: 'customers note <who> [text]',
  summary: { en: 'note what was said, felt or recommended', zh: '记录通话、投诉、满意度或介绍' },
  examples: [
    'regulars customers note 淘小茶 "asked for the new harvest" --kind call',
    'regulars customers note ann@example.com "loves the cups" --kind satisfaction --score 9',
    'regulars customers note 17 --kind referral --referred 42',
    'regulars customers note 17 --remove 3',
  ],
  description: {
    en: 'Notes stand on the card with their numbers. The same note twice on one day is one. A score or a referral needs no text.',
    zh: '备注连同编号显示在客户卡上。同一天相同的备注只记一次。评分和介绍可以没有文字。',
  },
  options: {
    kind: choice('--kind <kind>', { en: 'what it is about (default: note)', zh: '备注类型（默认 note）' }, NOTE_KINDS),
    score: parsed(
      '--score <n>',
      { en: 'of satisfaction: 0 to 10, 10 best', zh: '满意度评分：0 到 10，10 最好' },
      (value, { notes }) => {
        if (/^\d{1,2}$/.test(value) && Number(value) <= BEST_SCORE) return Number(value);
        throw new UsageError(notes.badScore(value), { code: 'bad_score' });
      },
    ),
    referred: text('--referred <who>', { en: 'of a referral: whom they brought', zh: '介绍来的客户' }),
    remove: parsed('--remove <n>', { en: 'take a mistaken note away', zh: '删除记错的备注' }, (value, { notes }) => {
      if (/^\d{1,9}$/.test(value)) return Number(value);
      throw new UsageError(notes.badNumber(value), { code: 'bad_note' });
    }),
  },
  async run(context, [who = '', said], options) {
    const { notes, common } = context.words;
    const { remove } = options;
    if (remove !== undefined && [said, options.kind, options.score, options.referred].some((one) => one !== undefined))
      throw new UsageError(notes.removeAlone, { code: 'remove_alone' });
    const archive = await context.archive('write');
    const { requireCustomer } = await import('./who.ts');
    const { customerRow } = await import('../customers/queries.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars customers note ${number}`);
    const name = customerRow(archive, customer)?.name ?? `#${customer}`;
    if (remove === undefined) await note(context, archive, { customer, name }, said ?? '', options);
    else await takeAway(context, archive, { customer, name }, remove);
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});

interface Whose {
  readonly customer: number;
  readonly name: string;
}

async function note(
  context: Context,
  archive: Archive,
  { customer, name }: Whose,
  said: string,
  { kind = 'note', score, referred }: Noting,
): Promise<void> {
  const { notes } = context.words;
  const { noteProblem } = await import('../customers/note-kinds.ts');
  const { addNote } = await import('../customers/note-queries.ts');
  const { requireCustomer } = await import('./who.ts');
  const { cleanCell } = await import('../values/text.ts');
  const brought =
    referred === undefined
      ? null
      : await requireCustomer(context, archive, referred, (number) => `--referred ${number}`);
  const made = { kind, text: cleanCell(said), score: score ?? null, referred: brought };
  const problem = noteProblem(made);
  if (problem) throw new UsageError(notes.problems[problem], { code: problem });
  if (brought === customer) throw new UsageError(notes.self(name), { code: 'referred_self' });
  const at = Math.floor(context.now().getTime() / 1000);
  const day = context.today(archive);
  if (isAhead(context)) throw new UsageError(notes.future(day), { code: 'future_date', hint: notes.futureHint });
  const added = addNote(archive, customer, made, { day, at });
  context.io.say(added.known ? notes.known(name, added.note) : notes.noted(name, added.note));
}

async function takeAway(context: Context, archive: Archive, { customer, name }: Whose, number: number): Promise<void> {
  const { notes } = context.words;
  const { removeNote } = await import('../archive/remove-note.ts');
  if (!removeNote(archive, customer, number))
    throw new DataError(notes.unknown(name, number), {
      code: 'unknown_note',
      hint: shellLine(['regulars', 'customers', 'show', String(customer), ...archiveFlag(context)]),
    });
  context.io.say(notes.removed(name, number));
}
