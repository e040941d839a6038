/** What was said of somebody's gender, as lists take it: by one letter. */

/** Undefined where nothing was said, or nothing that is understood. */
export function genderLetter(gender: string | null): 'f' | 'm' | 'o' | undefined {
  const letter = gender?.toLowerCase();
  if (letter === 'f' || letter === 'female') return 'f';
  if (letter === 'm' || letter === 'male') return 'm';
  return letter === 'o' || letter === 'other' ? 'o' : undefined;
}
