/** Counted things in English sentences. */

/** `2 orders`; a plural that does not end in s is given. */
export const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const are = (count: number): string => (count === 1 ? 'is' : 'are');
