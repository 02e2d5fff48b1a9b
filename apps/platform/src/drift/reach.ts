/** Whether the labels of `targetsOf` name anybody at all; only exclusions, or nothing, reach nobody. */
export function reachesSomeone(targets: readonly string[]): boolean {
  return targets.some((target) => !isExclusion(target));
}

/**
 * Whether it is certain that fewer are reached: whoever is reached now was reached before, and somebody no longer is.
 * Two groups cannot be compared, so a group in place of another is not called narrower.
 */
export function isNarrowed(expected: readonly string[], found: readonly string[]): boolean {
  if (!reachesSomeone(expected)) return false;
  const same = expected.length === found.length && expected.every((one) => found.includes(one));
  if (same) return false;
  const included = found.filter((target) => !isExclusion(target));
  const stillExcluded = expected.filter(isExclusion).every((one) => found.includes(one));
  return stillExcluded && included.every((target) => isCovered(target, expected));
}

function isCovered(target: string, by: readonly string[]): boolean {
  if (by.includes(target)) return true;
  const [scope = ""] = target.split(" ");
  // With a filter it is a part of the same without one.
  if (by.includes(scope)) return true;
  if (scope.startsWith("include")) return by.includes("all-users") || by.includes("all-devices");
  return false;
}

function isExclusion(target: string): boolean {
  return target.startsWith("exclude");
}
