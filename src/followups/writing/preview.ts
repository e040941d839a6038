/** The texts of one play as they would go out, on real customers. Nothing is written. */
import { festivalNamed } from '../../calendar/festivals.ts';
import { addDays } from '../../values/days.ts';
import { planFor, type Planner } from '../planner.ts';
import type { Play } from '../plays/play.ts';
import { orderFacts } from './fact-queries.ts';
import type { Occasion } from './occasion.ts';
import type { Write, Written } from './written.ts';

/** How far ahead customers are looked for. */
const DAYS = 30;

export interface Preview {
  readonly occasion: Occasion;
  readonly written: Written;
}

/** The first that the play, which is the planner's only one, comes to in the coming days; of one customer also where it comes to nothing. */
export async function previewsOf(planner: Planner, write: Write, play: Play, limit: number): Promise<Preview[]> {
  const { asOf } = planner.population;
  const { planned } = planFor(planner, { from: asOf, to: addDays(asOf, DAYS) });
  const asked = planned.filter(({ customer }) => planner.customer === undefined || customer === planner.customer);
  const occasions: Occasion[] = asked.slice(0, limit);
  if (occasions.length === 0 && planner.customer !== undefined)
    occasions.push(asIfNow(planner, play, planner.customer));
  const previews: Preview[] = [];
  for (const occasion of occasions) previews.push({ occasion, written: await write(occasion) });
  return previews;
}

/** As if the last order had set it off today. */
function asIfNow({ archive, population }: Planner, play: Play, customer: number): Occasion {
  const { trigger, channels } = play;
  const last = orderFacts(archive, population.asOf).lastOf(customer);
  const about = trigger.on === 'festival' ? festivalNamed(trigger.festival) : last?.items[0];
  return {
    customer,
    play,
    day: population.asOf,
    channel: channels[0] ?? 'sms',
    order: last ? `${last.shop}/${last.number}` : null,
    about: about ?? null,
  };
}
