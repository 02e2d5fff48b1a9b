/** Words that are written from right to left: Hebrew, Arabic and its relatives, and their presentation forms. */
const LETTER = "[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC]";
const TURNED_RUN = new RegExp(`(${LETTER}+(?: +${LETTER}+)*)`, "u");

/**
 * A line in pieces of one direction each, in the order in which they are seen. The font turns the letters of a word
 * round; the order of several such words in a row is left to us. The line itself runs from left to right.
 */
export function visualPieces(line: string): readonly string[] {
  return line
    .split(TURNED_RUN)
    .filter((piece) => piece !== "")
    .flatMap((piece) => (isTurned(piece) ? piece.split(/( +)/).toReversed() : [piece]));
}

export function isTurned(text: string): boolean {
  return TURNED_RUN.test(text);
}
