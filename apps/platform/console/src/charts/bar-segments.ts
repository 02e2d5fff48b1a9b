/** One part of a bar, in units of the drawing. */
export interface BarSegment {
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

export interface BarRoom {
  /** Of the drawing. */
  readonly width: number;
  /** What the whole width stands for; a bar that counts less is shorter. */
  readonly of: number;
}

const GAP = 2;
/** One in a thousand can still be seen. */
const SEGMENT_WIDTH_MIN = 6;

/** Where the parts of a bar lie; parts that are zero have no place. What is there is never too small to be seen. */
export function barSegments(counts: readonly number[], room: BarRoom): readonly BarSegment[] {
  const shown = counts.flatMap((count, index) => (count > 0 ? [{ count, index }] : []));
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const gaps = Math.max(shown.length - 1, 0) * GAP;
  const least = shown.length * SEGMENT_WIDTH_MIN + gaps;
  const width = Math.max((room.width * total) / Math.max(room.of, total, 1), least);
  const free = Math.min(width, room.width) - least;
  let x = 0;
  return shown.map(({ count, index }) => {
    const segment = { index, x, width: SEGMENT_WIDTH_MIN + (count / total) * free };
    x += segment.width + GAP;
    return segment;
  });
}
