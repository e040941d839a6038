/** What a play says to one customer, for a person who says it. */
import type { Population } from '../../measures/population.ts';
import type { Archive } from '../../store/open.ts';
import { render } from '../../texts/template.ts';
import { TemplateError } from '../../texts/template-problem.ts';
import type { Policy } from '../policy.ts';
import { chooser, valuesIn } from './message-of.ts';
import type { Occasion } from './occasion.ts';
import type { FestivalNames } from './text-values.ts';

/** The words alone; undefined where the play has none for the channel. */
type Say = (occasion: Occasion) => Promise<string | undefined>;

/** temp.measures must stand for the population. */
export function sayer(
  archive: Archive,
  population: Population,
  policy: Pick<Policy, 'language'>,
  festivals: FestivalNames,
): Say {
  const choose = chooser(archive, population, policy, festivals);
  return async (occasion) => {
    const chosen = choose(occasion);
    if (!chosen) return undefined;
    const { message, language } = chosen;
    try {
      const { text } = await render(message.text, await valuesIn(chosen), {
        language,
        oneLine: occasion.channel === 'sms',
      });
      return text;
    } catch (error) {
      // Whoever calls can read a template that went wrong; `play check` tells what is wrong with it.
      if (!(error instanceof TemplateError)) throw error;
      return message.text;
    }
  };
}
