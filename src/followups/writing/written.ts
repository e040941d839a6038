/** The text of a follow-up for one customer, as it goes out by a channel, with what is wrong with it. */
import type { Population } from '../../measures/population.ts';
import type { Archive } from '../../store/open.ts';
import { markedAs } from '../../texts/advert-mark.ts';
import { compose } from '../../texts/compose.ts';
import type { Finding } from '../../texts/finding.ts';
import { lint } from '../../texts/lint.ts';
import { type Provider, ruleOf } from '../../texts/providers/provider.ts';
import { smsParts } from '../../texts/sms-parts.ts';
import { render } from '../../texts/template.ts';
import { TemplateError, type TemplateProblem } from '../../texts/template-problem.ts';
import type { TextValues } from '../../texts/text-fields.ts';
import type { TextLanguage } from '../../texts/shown-value.ts';
import type { PlayMessage } from '../plays/play.ts';
import type { Policy } from '../policy.ts';
import { type MailWords, mailWordsFor, providerFor } from './chosen.ts';
import { chooser, valuesIn } from './message-of.ts';
import type { Occasion } from './occasion.ts';
import type { FestivalNames } from './text-values.ts';

export interface Writing {
  readonly language: TextLanguage;
  /** Of an e-mail. */
  readonly subject: string | null;
  /** Whole, as it arrives. */
  readonly text: string;
  /** The same without the signature where the provider puts it there. */
  readonly handed: string;
  /** Of a text message. */
  readonly parts: number | null;
  readonly findings: readonly Finding[];
}

/** none: whoever carries it out finds words of their own. */
export type Written =
  | { readonly state: 'text'; readonly writing: Writing }
  | { readonly state: 'none' }
  | { readonly state: 'no_message' | 'no_subject' }
  | { readonly state: 'no_template'; readonly problem: TemplateProblem; readonly template: string };

export type Write = (occasion: Occasion) => Promise<Written>;

/** temp.measures must stand for the population. */
export function writer(archive: Archive, population: Population, policy: Policy, festivals: FestivalNames): Write {
  const choose = chooser(archive, population, policy, festivals);
  return async (occasion) => {
    const { play, channel } = occasion;
    const chosen = choose(occasion);
    if (!chosen) return { state: channel === 'sms' || channel === 'email' ? 'no_message' : 'none' };
    const { message, language, source } = chosen;
    if (channel === 'email' && message.subject === undefined) return { state: 'no_subject' };
    try {
      const filled = { language, values: await valuesIn(chosen) };
      const composing = { ...filled, kind: play.kind, signature: policy.sms.signature ?? source.shop ?? '' };
      const { country } = source;
      const provider = channel === 'sms' ? providerFor(country, policy) : null;
      const mail = channel === 'email' ? mailWordsFor({ language, country }, play.kind, policy) : {};
      return { state: 'text', writing: await writeMessage(message, { ...composing, provider, mail }) };
    } catch (error) {
      if (!(error instanceof TemplateError) || !error.problems[0]) throw error;
      return { state: 'no_template', problem: error.problems[0], template: message.text };
    }
  };
}

export interface Composing {
  readonly language: TextLanguage;
  readonly values: TextValues;
  readonly kind: Occasion['play']['kind'];
  readonly signature: string;
  /** Null where it is no text message. */
  readonly provider: Provider | null;
  /** Of an e-mail. */
  readonly mail: MailWords;
}

/** Throws TemplateError. */
export async function writeMessage(
  { subject, text: template }: Pick<PlayMessage, 'subject' | 'text'>,
  { language, values, kind, signature, provider, mail }: Composing,
): Promise<Writing> {
  const rendered = await render(template, values, { language, oneLine: provider !== null });
  const composed = compose(rendered.text, { kind, provider, signature, unsubscribe: mail.unsubscribe });
  const findings = lint({ composed, rendered, template }, { kind, provider });
  const about =
    subject === undefined || provider !== null ? undefined : await render(subject, values, { language, oneLine: true });
  if (about && subject !== undefined) {
    const alone = compose(about.text, { kind, provider: null, signature });
    findings.push(...lint({ composed: alone, rendered: about, template: subject }, { kind, provider: null }));
  }
  const isTheirs = provider !== null && ruleOf(provider, 'signature', kind)?.by === 'provider';
  return {
    language,
    subject: about ? markedAs(mail.mark, about.text) : null,
    text: composed.text,
    handed: isTheirs ? composed.text.slice(composed.signature.length) : composed.text,
    parts: provider === null ? null : smsParts(composed.text, provider.counting).parts,
    findings,
  };
}
