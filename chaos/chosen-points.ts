/** How often a worker is killed at each point: once in a part of the points, unless `npm run chaos` says more. */
export const CHAOS_TIMES = Number(process.env["CHAOS_TIMES"] ?? 1);

/** Another part each day, so that a week of tests has been everywhere; the same one again with the seed that it says. */
const SEED = process.env["CHAOS_SEED"] ?? new Date().toISOString().slice(0, 10);

/**
 * All of the points at full strength; else `count` of them by the seed, in their own order. Says which seed it was.
 */
export function chosenPoints<Point>(points: readonly Point[], count: number): readonly Point[] {
  if (process.env["CHAOS_TIMES"] !== undefined || count >= points.length) return points;
  process.stderr.write(`CHAOS_SEED=${SEED}: ${count} of ${points.length} points\n`);
  const ranked = points
    .map((point, index) => ({ point, index, rank: rankOf(`${SEED}/${index}`) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count);
  return ranked.sort((a, b) => a.index - b.index).map(({ point }) => point);
}

/** FNV-1a with a final mix: texts that differ in one digit come far apart. */
function rankOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
