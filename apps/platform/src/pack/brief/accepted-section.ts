import type { FindingLine } from "../../review/review-document.ts";
import type { PackInput } from "../pack-input.ts";
import type { Block, Column } from "./block.ts";
import { clip, clipName } from "./clip.ts";
import { counted } from "./counted.ts";
import { dateWords } from "./date-words.ts";
import { sentenceOf, subjectOf } from "./finding-words.ts";

const ACCEPTED_MAX = 5;
const REASON_CHARS_MAX = 100;

/** Deviations that somebody took on. Who and why are notes between provider and customer's owner: not for all. */
export function acceptedSection({ document, profile }: PackInput): readonly Block[] {
  const { accepted } = document;
  const heading = { kind: "heading", text: "Accepted deviations" } as const;
  if (accepted.length === 0) return [heading, { kind: "paragraph", text: "None." }];
  const internal = profile !== "customer";
  const columns: readonly Column[] = [
    { head: "What", share: 26, look: "strong" },
    { head: "How it differs", share: 34 },
    ...(internal ? [{ head: "By whom, and why", share: 28 }] : []),
    { head: "Until", share: 14 },
  ];
  const more = accepted.length - ACCEPTED_MAX;
  return [
    heading,
    {
      kind: "table",
      caption: "Accepted and customer-specific deviations, the first to end on top",
      columns,
      rows: accepted
        .slice(0, ACCEPTED_MAX)
        .map((finding) => [
          subjectOf(finding),
          sentenceOf(finding),
          ...(internal ? [decisionWords(finding)] : []),
          finding.expires_at === null ? "No end set" : dateWords(finding.expires_at),
        ]),
    },
    ...(more <= 0
      ? []
      : [{ kind: "note", text: `${counted(more, "more accepted deviation")}.` } as const]),
  ];
}

function decisionWords({ decided_by, decision_reason }: FindingLine): string {
  const who = clipName(decided_by ?? "Unknown");
  const why = clip(decision_reason ?? "", REASON_CHARS_MAX);
  return why === "" ? `${who}, without a reason` : `${who}: ${why}`;
}
