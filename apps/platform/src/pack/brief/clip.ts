/** Room for one name, and for one sentence, in a document of four pages at most. */
const NAME_CHARS_MAX = 48;
const SENTENCE_CHARS_MAX = 160;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The text in one line, cut to so many characters as people count them, with a sign that it was cut. */
export function clip(text: string, charsMax: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= charsMax) return line;
  const kept: string[] = [];
  // No more than is needed is looked at: a text may be very long.
  for (const { segment } of segmenter.segment(line.slice(0, charsMax * 16))) {
    if (kept.length === charsMax) return `${kept.slice(0, -1).join("").trimEnd()}…`;
    kept.push(segment);
  }
  const whole = kept.join("");
  return whole.length === line.length ? whole : `${whole.trimEnd()}…`;
}

export const clipName = (name: string): string => clip(name, NAME_CHARS_MAX);
export const clipSentence = (text: string): string => clip(text, SENTENCE_CHARS_MAX);
