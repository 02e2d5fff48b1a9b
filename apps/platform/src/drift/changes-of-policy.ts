import type { ChangeLine } from "../review/changes-since.ts";
import { shownValue } from "./comparable-leaves.ts";
import { comparedSettings } from "./compared-settings.ts";
import { compareLeaves } from "./compare-leaves.ts";
import { stateIn } from "./find-state-drift.ts";
import type { PolicyOverTime } from "./match-over-time.ts";
import type { MovedTo } from "./moved-settings.ts";
import type { SeenPolicy } from "./seen-policy.ts";

export type Destination = MovedTo<{ readonly name: string }>;

/** What happened to one policy. One that was only touched gives nothing; what is not read whole has lost nothing. */
export function changesOfPolicy(pair: PolicyOverTime, movedTo: Destination): readonly ChangeLine[] {
  const { before, now } = pair;
  const unreadable = (seen: SeenPolicy) => seen.item.state === "unreadable";
  if (unreadable(before) && unreadable(now)) return [];
  if (unreadable(now)) return [lineOf(before, "became_unreadable", {})];
  if (unreadable(before)) return [lineOf(now, "readable_again", {})];
  return [...changesOfIdentity(pair), ...changesOfSettings(pair, movedTo), ...changesOfReach(pair)];
}

function changesOfIdentity({ before, now }: PolicyOverTime): readonly ChangeLine[] {
  const [id, newId] = [before.item.providerId, now.item.providerId];
  const recreated = id !== null && newId !== null && id !== newId;
  const renamed = { before: before.name, after: now.name, other_policy: before.name };
  return [
    ...(recreated ? [lineOf(now, "policy_recreated", { before: id, after: newId })] : []),
    ...(before.name === now.name ? [] : [lineOf(now, "policy_renamed", renamed)]),
  ];
}

function changesOfSettings(pair: PolicyOverTime, movedTo: Destination): readonly ChangeLine[] {
  const { before, now } = pair;
  if (before.item.contentHash === now.item.contentHash) return [];
  const entry = { type: now.type, excludedPaths: [] };
  const { gone, come, changed } = compareLeaves(
    comparedSettings(entry, before.leaves.values()),
    comparedSettings(entry, now.leaves.values()),
  );
  // Of what was read in part nobody knows whether the rest is gone or new.
  const lost = now.item.state === "incomplete" ? [] : gone;
  const added = before.item.state === "incomplete" ? [] : come;
  return [
    ...lost.map((leaf) => {
      const value = shownValue(leaf);
      const [holder] = movedTo(now.type, leaf.path);
      return holder === undefined
        ? lineOf(now, "setting_removed", { path: leaf.path, before: value })
        : movedLine(now, holder.name, { path: leaf.path, before: value, after: value });
    }),
    ...added
      .filter(({ path }) => movedTo(now.type, path).length === 0)
      .map((leaf) => lineOf(now, "setting_added", { path: leaf.path, after: shownValue(leaf) })),
    ...changed.map((leaf) =>
      lineOf(now, "setting_changed", {
        path: leaf.now.path,
        before: shownValue(leaf.before),
        after: shownValue(leaf.now),
      }),
    ),
  ];
}

function changesOfReach({ before, now }: PolicyOverTime): readonly ChangeLine[] {
  const [was, is] = [before.targets, now.targets];
  const state = stateIn(before.type, before.leaves.values());
  const newState = stateIn(now.type, now.leaves.values());
  const reach =
    was !== null && is !== null && was.join("\n") !== is.join("\n")
      ? [lineOf(now, "assignment_changed", { before: was, after: is })]
      : [];
  if (state === newState) return reach;
  return [...reach, lineOf(now, "state_changed", { before: state, after: newState })];
}

export function movedLine(
  seen: SeenPolicy,
  to: string,
  leaf: Pick<ChangeLine, "path" | "before" | "after">,
): ChangeLine {
  return lineOf(seen, "setting_moved", { ...leaf, other_policy: to });
}

export function lineOf(
  seen: SeenPolicy,
  kind: ChangeLine["kind"],
  line: Partial<ChangeLine>,
): ChangeLine {
  return {
    kind,
    type: seen.type,
    policy: seen.name,
    other_policy: line.other_policy ?? null,
    path: line.path ?? null,
    before: line.before ?? null,
    after: line.after ?? null,
  };
}
