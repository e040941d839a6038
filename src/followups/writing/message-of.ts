/** Which message of a play somebody gets, and what its fields come to. */
import type { Population } from '../../measures/population.ts';
import type { Archive } from '../../store/open.ts';
import type { TextLanguage } from '../../texts/shown-value.ts';
import { checkTemplate } from '../../texts/template.ts';
import type { TextValues } from '../../texts/text-fields.ts';
import type { PlayMessage } from '../plays/play.ts';
import type { Policy } from '../policy.ts';
import { languageOf, messageFor } from './chosen.ts';
import type { Occasion } from './occasion.ts';
import { type FestivalNames, type TextSource, textSources } from './text-values.ts';

export interface Chosen {
  readonly message: PlayMessage;
  readonly language: TextLanguage;
  readonly source: TextSource;
}

/** Undefined where the play has no words for the channel. temp.measures must stand for the population. */
export function chooser(
  archive: Archive,
  population: Population,
  policy: Pick<Policy, 'language'>,
  festivals: FestivalNames,
): (occasion: Occasion) => Chosen | undefined {
  const sourceOf = textSources(archive, population, festivals);
  return (occasion) => {
    const source = sourceOf(occasion);
    const spoken = languageOf(source, policy);
    const message = messageFor(occasion.play.messages, occasion.channel, spoken);
    return message && { message, language: message.language ?? spoken, source };
  };
}

export async function valuesIn({ message: { subject = '', text }, source, language }: Chosen): Promise<TextValues> {
  const fields = [...(await checkTemplate(text)).fields, ...(await checkTemplate(subject)).fields];
  // An amount is nothing without its currency.
  return source.values([...fields, 'currency'], language);
}
