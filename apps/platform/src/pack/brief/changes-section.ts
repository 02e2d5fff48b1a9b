import type { ChangeLine, ChangesSince } from "../../review/changes-since.ts";
import type { PackInput } from "../pack-input.ts";
import type { Block } from "./block.ts";
import { changeWords } from "./change-words.ts";
import { counted } from "./counted.ts";
import { periodName } from "./date-words.ts";

const CHANGES_MAX = 6;

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

function introduction({ predecessor, ...changes }: ChangesSince): string {
  const since = `review no. ${predecessor.sequence} (${periodName(predecessor.period_key)})`;
  const before = changes.open_findings_before;
  const now = changes.open_findings_now;
  const trend =
    now === before
      ? `Open deviations: ${now}, as before.`
      : `Open deviations: ${now}, ${now < before ? "down" : "up"} from ${before}.`;
  const count = changes.changes.length;
  if (count === 0) return `Nothing has changed since ${since}. ${trend}`;
  return `${counted(count, "change")} since ${since}. ${trend}`;
}
