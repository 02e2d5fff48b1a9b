const DEPTH_MAX = 32;
const MEMBERS_MAX = 1_000;

/** One value of JSON text that matters here: a string as a whole, or a mark between values. */
const TOKEN = /"(?:[^"\\]|\\.)*"?|[[\]{}:]/gs;

/**
 * Whether JSON text is nested deeper, or has an object with more members, than any body needs. Reads the text before it
 * is parsed, and no further than the first excess; what is no JSON at all is left to the parser.
 */
export function isTooComplex(text: string): boolean {
  const members: number[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    switch (token) {
      case "{":
      case "[":
        if (members.push(0) > DEPTH_MAX) return true;
        break;
      case "}":
      case "]":
        members.pop();
        break;
      case ":": {
        const count = (members.pop() ?? 0) + 1;
        if (count > MEMBERS_MAX) return true;
        members.push(count);
        break;
      }
    }
  }
  return false;
}
