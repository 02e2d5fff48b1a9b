/** Pairs of those whose key stands exactly once on each side; a key of null pairs with nothing. */
export function uniquePairs<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  keys: {
    readonly left: (one: Left) => string | null;
    readonly right: (one: Right) => string | null;
  },
): readonly (readonly [Left, Right])[] {
  const lefts = Map.groupBy(left, keys.left);
  const rights = Map.groupBy(right, keys.right);
  return [...lefts].flatMap(([key, ones]) => {
    const others = rights.get(key) ?? [];
    const [one] = ones;
    const [other] = others;
    if (key === null || ones.length !== 1 || others.length !== 1) return [];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
}
