import { asText, sortedTexts } from "./seen-month.ts";
import type { SeenMonth, SeenPolicy } from "./seen-month.ts";

/** Every difference between two months, leaving out policies that cannot be compared. */
export function compareMonths(
  before: SeenMonth,
  after: SeenMonth,
  skip: ReadonlySet<string>,
): string[] {
  const known = (month: SeenMonth) => month.policies.filter((one) => !skip.has(one.id));
  const [old, young] = [known(before), known(after)];
  const gone = old.filter((one) => !young.some((other) => other.id === one.id));
  const born = young.filter((one) => !old.some((other) => other.id === one.id));
  const reborn = (one: SeenPolicy) =>
    born.find((other) => other.name === one.name && sameLeaves(one, other));
  const recreated = new Set(gone.flatMap((one) => reborn(one)?.id ?? []));
  return [
    ...gone.map((one) => {
      const kind = reborn(one) ? "recreated" : "missing_policy";
      return line(kind, one, ["", asText(one.id), asText(reborn(one)?.id)]);
    }),
    ...born
      .filter((one) => !recreated.has(one.id))
      .map((one) => line("extra_policy", one, ["", "null", asText(one.id)])),
    ...old.flatMap((one) => {
      const other = young.find((candidate) => candidate.id === one.id);
      return other ? comparePolicy(one, other) : [];
    }),
  ].sort();
}

function sameLeaves(one: SeenPolicy, other: SeenPolicy): boolean {
  return asText(sortedTexts([...one.leaves])) === asText(sortedTexts([...other.leaves]));
}

function comparePolicy(one: SeenPolicy, other: SeenPolicy): string[] {
  const lines: string[] = [];
  for (const path of new Set([...one.leaves.keys(), ...other.leaves.keys()])) {
    const [before, after] = [one.leaves.get(path) ?? "null", other.leaves.get(path) ?? "null"];
    const kind = before === "null" ? "setting_extra" : "setting_missing";
    const changed = before !== "null" && after !== "null";
    if (before !== after) {
      lines.push(line(changed ? "setting_changed" : kind, one, [path, before, after]));
    }
  }
  const plain = (kind: string, before: string, after: string) => {
    if (before !== after) lines.push(line(kind, one, ["", before, after]));
  };
  plain("renamed", asText(one.name), asText(other.name));
  plain("assignment_changed", one.labels, other.labels);
  plain("state_changed", asText(one.state), asText(other.state));
  if (lines.length === 0) plain("touched", asText(one.modified), asText(other.modified));
  return lines;
}

/** A difference as one line of text, so that two lists of them can be compared whatever their order. */
export function line(
  kind: string,
  policy: Pick<SeenPolicy, "type" | "name" | "id">,
  rest: unknown[],
) {
  return [kind, policy.type, policy.name, policy.id, ...rest].join(" | ");
}
