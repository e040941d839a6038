/** Where a text says how to hear no more, in whatever wording. */

const OPT_OUTS: readonly RegExp[] = [
  /(?:拒收|退订)请?(?:回复|回|发送|发)\s*[A-Za-zＡ-Ｚ0-9]{1,4}/gu,
  /(?:回复|回|发送|发)\s*[A-Za-zＡ-Ｚ]{1,4}\s*(?:即可)?(?:退订|拒收)/gu,
  /\b(?:reply|text|txt|send)\s+["'“]?(?:stop|end|quit|cancel|unsubscribe)\b["'”]?(?:\s+to\s+(?:opt out|unsubscribe|stop|end|cancel|quit))?/giu,
];

export interface OptOut {
  readonly words: string;
  readonly at: number;
}

/** All of them, in the order of the text. */
export function optOutsIn(text: string): OptOut[] {
  return OPT_OUTS.flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 0: words, index }) => ({ words, at: index }))
    .toSorted((a, b) => a.at - b.at);
}
