/** What can be a tag, and the group its name puts it in. */
const LONGEST = 60;

/** Text a person can see and type again: no comma (lists have it), nothing invisible, no blank at either end. */
export function isTag(text: string): boolean {
  return (
    text !== '' &&
    text.trim() === text &&
    [...text].length <= LONGEST &&
    !/[,\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text.replaceAll('\u200d', ''))
  );
}

/** What stands before the first colon: care of care:gold; undefined without one. */
export function groupOf(tag: string): string | undefined {
  const group = /^([^:：]+)[:：]./u.exec(tag)?.[1]?.trim();
  return group === '' ? undefined : group;
}
