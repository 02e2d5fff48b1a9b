export const SEARCH_CHARS_MAX = 200;
export const SEARCH_WORDS_MAX = 12;

const MARKS = /[\t\n\r -/:-@[-`{-~]+/;

/**
 * The words of a text as a search knows them: what stands between ASCII marks, in lower case. `restore.execute` has
 * two, a run's id has five. No pattern is ever made of them: each is looked for as the beginning of a word.
 */
export function searchWordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(MARKS)
    .filter((word) => word !== "");
}

/** Whether the text can be searched for: short, with a word in it, and not too many. */
export function isSearch(text: string): boolean {
  const words = searchWordsOf(text).length;
  return text.length <= SEARCH_CHARS_MAX && words >= 1 && words <= SEARCH_WORDS_MAX;
}
