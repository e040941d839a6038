/** What is wrong with a play that its schema does not tell, or would hardly be meant. To add a check: a function, and a line here. */
import { festivalNamed, festivalNames } from '../../calendar/festivals.ts';
import type { Population } from '../../measures/population.ts';
import { inSegment } from '../../segments/choose.ts';
import { compileWhere } from '../../segments/compile.ts';
import { sizeWhere } from '../../segments/queries.ts';
import { SegmentError } from '../../segments/segment-error.ts';
import type { Archive } from '../../store/open.ts';
import { nearest } from '../../values/nearest.ts';
import type { Policy } from '../policy.ts';
import { checkChannels, checkMessages } from './check-messages.ts';
import { checkSigns } from './check-signs.ts';
import { checkTexts } from './check-texts.ts';
import { checkTiming } from './check-timing.ts';
import type { PlayFinding } from './finding.ts';
import type { Play } from './play.ts';
import { productMatcher } from './product-pattern.ts';
import { productsKnown } from './product-queries.ts';

/** What a play is held against; temp.measures must stand for the population. */
export interface Surroundings {
  readonly archive: Archive;
  readonly population: Population;
  readonly policy: Policy;
}

type Check = (play: Play, surroundings: Surroundings) => readonly PlayFinding[] | Promise<readonly PlayFinding[]>;

const CHECKS: readonly Check[] = [
  checkSegment,
  checkWhere,
  checkProduct,
  checkFestival,
  checkTiming,
  checkChannels,
  checkMessages,
  checkTexts,
  checkSigns,
];

export async function checkPlay(play: Play, surroundings: Surroundings): Promise<PlayFinding[]> {
  const findings: PlayFinding[] = [];
  for (const check of CHECKS) findings.push(...(await check(play, surroundings)));
  return findings;
}

function checkSegment({ trigger }: Play, { archive, population }: Surroundings): PlayFinding[] {
  if (trigger.on !== 'segment_joined' && trigger.on !== 'segment_left') return [];
  const { segment: value } = trigger;
  const key = 'trigger.segment';
  try {
    compileWhere(archive, inSegment(archive, value), population);
    return [];
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    const isUnknown = error.problem === 'unknown_segment' && error.source === value;
    return isUnknown
      ? [{ finding: 'unknown_segment', key, value, nearest: error.nearest }]
      : [{ finding: 'bad_where', key, value, error }];
  }
}

function checkWhere({ where }: Play, { archive, population }: Surroundings): PlayFinding[] {
  if (where === undefined) return [];
  const about = { key: 'where', value: where };
  try {
    const { customers } = sizeWhere(archive, compileWhere(archive, where, population));
    return customers === 0 ? [{ finding: 'nobody_meant', ...about }] : [];
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    return [{ finding: 'bad_where', ...about, error }];
  }
}

function checkProduct({ trigger }: Play, { archive }: Surroundings): PlayFinding[] {
  if (!('product' in trigger) || trigger.product === undefined) return [];
  const { product: value } = trigger;
  const isMeant = productMatcher(value);
  const products = productsKnown(archive);
  const meant = products.filter(isMeant);
  if (meant.length === 0) {
    const names = products.flatMap(({ sku, title }) => [sku, title].filter((name) => name !== null));
    return [{ finding: 'never_sold', key: 'trigger.product', value, nearest: nearest(value, names) }];
  }
  if (trigger.on !== 'replenishment') return [];
  const longest = Math.max(...meant.map(({ days_of_supply: days }) => days ?? Infinity));
  return longest <= trigger.lead_days
    ? [
        {
          finding: 'lead_over_supply',
          key: 'trigger.lead_days',
          value: String(trigger.lead_days),
          about: String(longest),
        },
      ]
    : [];
}

function checkFestival({ trigger }: Play): PlayFinding[] {
  if (trigger.on !== 'festival' || festivalNamed(trigger.festival) !== undefined) return [];
  const { festival: value } = trigger;
  return [{ finding: 'unknown_festival', key: 'trigger.festival', value, nearest: nearest(value, festivalNames()) }];
}
