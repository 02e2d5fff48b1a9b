import type { ChangeLine } from "../../review/changes-since.ts";
import { nothingChanged, NOT_ALL_READ } from "../../review/later-answers.ts";
import type { PackChanges, PackInput } from "../pack-input.ts";
import type { Block } from "./block.ts";
import { changeWords } from "./change-words.ts";
import { counted } from "./counted.ts";
import { periodName } from "./date-words.ts";

const CHANGES_MAX = 5;

/** What matters most to somebody who reads only the first lines. */
const ORDER: readonly ChangeLine["kind"][] = [
  "state_changed",
  "policy_removed",
  "setting_removed",
  "setting_changed",
  "assignment_changed",
  "became_unreadable",
  "policy_added",
  "setting_added",
  "setting_moved",
  "policy_renamed",
  "policy_recreated",
  "readable_again",
];

export function changesSection({ changes, review }: PackInput): readonly Block[] {
  const heading = { kind: "heading", text: "What changed since the last review" } as const;
  if (changes === null) return [heading, { kind: "paragraph", text: withoutChanges(review) }];
  const lines = changes.changes.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const shown = lines.slice(0, CHANGES_MAX).map(changeWords);
  const more = lines.length - shown.length;
  return [
    heading,
    { kind: "paragraph", text: introduction(changes) },
    ...(shown.length === 0 ? [] : [{ kind: "list", items: shown } as const]),
    ...(more === 0
      ? []
      : [{ kind: "note", text: `${counted(more, "further change")} not listed here.` } as const]),
  ];
}

function withoutChanges({ has_predecessor }: PackInput["review"]): string {
  return has_predecessor
    ? "Not known: the review before it, or one of the two snapshots, is not what its hash says any more."
    : "This is the first review in its line, so there is nothing to compare it with.";
}

function introduction({ predecessor, ...changes }: PackChanges): string {
  const since = `review no. ${predecessor.sequence} (${periodName(predecessor.period_key)})`;
  const before = changes.open_findings_before;
  const now = changes.open_findings_now;
  const trend =
    now === before
      ? `Open deviations: ${now}, as before.`
      : `Open deviations: ${now}, ${now < before ? "down" : "up"} from ${before}.`;
  const count = changes.changes.length;
  const told =
    count === 0
      ? `${nothingChanged(changes)} since ${since}.`
      : `${counted(count, "change")} since ${since}: ${byKind(changes.changes)}.`;
  return [told, ...(changes.all_read ? [] : [NOT_ALL_READ]), trend].join(" ");
}

const KIND_WORDS: Readonly<Record<ChangeLine["kind"], readonly [one: string, many: string]>> = {
  state_changed: ["policy switched", "policies switched"],
  policy_removed: ["policy removed", "policies removed"],
  setting_removed: ["setting taken out", "settings taken out"],
  setting_changed: ["setting changed", "settings changed"],
  assignment_changed: ["assignment changed", "assignments changed"],
  became_unreadable: ["policy not readable any more", "policies not readable any more"],
  policy_added: ["policy added", "policies added"],
  setting_added: ["setting added", "settings added"],
  setting_moved: ["setting moved", "settings moved"],
  policy_renamed: ["policy renamed", "policies renamed"],
  policy_recreated: ["policy made again", "policies made again"],
  readable_again: ["policy readable again", "policies readable again"],
};

/** "2 policies removed, 14 settings changed": all of them, since only the first few are listed. */
function byKind(changes: readonly ChangeLine[]): string {
  const counts = Map.groupBy(changes, ({ kind }) => kind);
  const told = ORDER.flatMap((kind) => {
    const count = counts.get(kind)?.length ?? 0;
    return count === 0 ? [] : [counted(count, ...KIND_WORDS[kind])];
  });
  return told.join(", ");
}
