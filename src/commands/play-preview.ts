/** What a play would say to real customers, with parts, cost, and what is wrong with it. */
import type { Context } from '../context.ts';
import type { StandingPlay } from '../followups/plays/play-queries.ts';
import type { Written } from '../followups/writing/written.ts';
import type { Words } from '../messages/words.ts';
import type { Cell } from '../output/table.ts';
import type { Archive } from '../store/open.ts';
import type { Outcome } from './command.ts';
import { warnings, whyRefused } from './told-handover.ts';

interface PreviewAsked {
  /** Of them alone. */
  readonly customer: number | undefined;
  readonly limit: number;
}

/** Also of a play that is off. */
export async function previewPlay(
  context: Context,
  archive: Archive,
  play: StandingPlay,
  { customer, limit }: PreviewAsked,
): Promise<Outcome | undefined> {
  const { gather } = await import('../measures/gather.ts');
  const { plannerOf } = await import('../followups/planner.ts');
  const { policyOf } = await import('../followups/policy-queries.ts');
  const { personRows } = await import('../followups/queries.ts');
  const { previewsOf } = await import('../followups/writing/preview.ts');
  const { writer } = await import('../followups/writing/written.ts');
  const { partPrice } = await import('../followups/writing/part-price.ts');
  const { textCost } = await import('../texts/sms-parts.ts');
  const { writeTable } = await import('../output/write-table.ts');
  const { words, rowWords } = context;
  const population = gather(archive, context.today(archive));
  const policy = policyOf(archive);
  const planner = { ...plannerOf(archive, population, { customer }), plays: [play] };
  const write = writer(archive, population, policy, words.calendar.festivalsIn);
  const previews = await previewsOf(planner, write, play, limit);
  const personOf = personRows(archive, population.asOf);
  const price = partPrice(policy, population.currency);
  return writeTable(
    context,
    {
      columns: [
        { name: 'customer_id', kind: 'integer', machineOnly: true },
        { name: 'name', kind: 'text' },
        { name: 'day', kind: 'day', machineOnly: true },
        { name: 'channel', kind: 'text', term: true },
        { name: 'language', kind: 'text', machineOnly: true },
        { name: 'subject', kind: 'text', machineOnly: true },
        { name: 'text', kind: 'text', lines: true },
        { name: 'parts', kind: 'integer' },
        { name: 'cost', kind: 'number', whenRoom: true },
        { name: 'findings', kind: 'list' },
      ],
      rows: previews.map(({ occasion, written }): Cell[] => {
        const person = personOf(occasion.customer);
        const writing = written.state === 'text' ? written.writing : undefined;
        const parts = writing?.parts ?? null;
        return [
          occasion.customer,
          person?.name ?? person?.account ?? null,
          occasion.day,
          occasion.channel,
          writing?.language ?? null,
          writing?.subject ?? null,
          writing?.text ?? null,
          parts,
          parts === null || !price ? null : textCost(parts, price).exact,
          findingsOf(rowWords, written),
        ];
      }),
    },
    { empty: words.handovers.nobodyToPreview(play.name) },
  );
}

function findingsOf(words: Words, written: Written): string[] {
  const isRefused = written.state === 'text' && written.writing.findings.some(({ level }) => level === 'error');
  const isWanting = written.state !== 'text' && written.state !== 'none';
  return [...(isRefused || isWanting ? [whyRefused(words, written)] : []), ...warnings(words, written)];
}
