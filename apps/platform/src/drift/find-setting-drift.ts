import { shownValue } from "./comparable-leaves.ts";
import { aboutMatch, type ComparedPolicy } from "./compared-policy.ts";
import type { FoundDifference } from "./finding-of.ts";
import type { MovedTo } from "./moved-settings.ts";
import { isWeakerValue } from "./value-order.ts";

/** How the settings of a matched policy differ: changed, gone, moved away, or set beside what is expected. */
export function findSettingDrift(
  policy: ComparedPolicy,
  movedTo: MovedTo<{ readonly name: string }>,
): readonly FoundDifference[] {
  const { entry, differences } = policy;
  const about = aboutMatch(policy);
  const changed = differences.changed.map(({ before, now }) => ({
    ...about,
    kind: "setting_changed" as const,
    path: before.path,
    expected: shownValue(before),
    found: shownValue(now),
    weakened: !before.secret && isWeakerValue(before.path, before.value, now.value),
  }));
  const gone = differences.gone.map((leaf) => {
    const [holder] = movedTo(entry.type, leaf.path);
    const expected = shownValue(leaf);
    return holder === undefined
      ? { ...about, kind: "setting_missing" as const, path: leaf.path, expected }
      : {
          ...about,
          kind: "setting_moved" as const,
          path: leaf.path,
          expected,
          found: expected,
          other_policy: holder.name,
        };
  });
  // With `at_least` more may be set; what has moved here is told where it was.
  const extra = entry.mode === "at_least" ? [] : differences.come;
  const come = extra
    .filter(({ path }) => movedTo(entry.type, path).length === 0)
    .map((leaf) => ({
      ...about,
      kind: "setting_extra" as const,
      path: leaf.path,
      found: shownValue(leaf),
    }));
  return [...changed, ...gone, ...come];
}
