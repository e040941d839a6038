/** Whether the templates of a play can be read, and what would be refused of them, as they come out for an invented customer. */
import type { Finding } from '../../texts/finding.ts';
import { checkTemplate } from '../../texts/template.ts';
import type { Policy } from '../policy.ts';
import { exampleOf } from '../writing/example.ts';
import type { PlayFinding } from './finding.ts';
import type { Play, PlayMessage } from './play.ts';

export async function checkTexts(play: Play, { policy }: { readonly policy: Policy }): Promise<PlayFinding[]> {
  const findings: PlayFinding[] = [];
  for (const [index, message] of play.messages.entries()) {
    const key = `messages.${index + 1}`;
    const unreadable = await problemsIn(message, key);
    findings.push(...(unreadable.length > 0 ? unreadable : await lintedIn(play, message, { policy, key })));
  }
  return findings;
}

async function problemsIn({ subject = '', text }: PlayMessage, key: string): Promise<PlayFinding[]> {
  const findings: PlayFinding[] = [];
  for (const [part, template] of [
    ['subject', subject],
    ['text', text],
  ] as const)
    for (const problem of (await checkTemplate(template)).problems)
      findings.push({
        finding: 'bad_template',
        key: `${key}.${part}`,
        value: problem.words,
        nearest: problem.nearest,
        template: problem,
      });
  return findings;
}

/** Of all channels it goes out by, each finding once. */
async function lintedIn(
  { trigger, kind, channels }: Play,
  message: PlayMessage,
  { policy, key }: { readonly policy: Policy; readonly key: string },
): Promise<PlayFinding[]> {
  const found = new Map<string, Finding>();
  for (const channel of channels.filter((one) => message.channel === undefined || message.channel === one)) {
    const { findings } = await exampleOf(message, { trigger, kind, channel, policy });
    for (const finding of findings) found.set(`${finding.code} ${finding.words}`, finding);
  }
  return [...found.values()].map((text) => ({
    finding: text.level === 'error' ? 'bad_text' : 'odd_text',
    key: `${key}.text`,
    value: text.words,
    text,
  }));
}
