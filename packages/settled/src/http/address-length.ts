const PATH_CHARS_MAX = 2_048;
const QUERY_CHARS_MAX = 8_192;

/** Whether an address is longer than any that is answered. Asked before anything reads it. */
export function isAddressTooLong(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname.length > PATH_CHARS_MAX || search.length > QUERY_CHARS_MAX;
}
