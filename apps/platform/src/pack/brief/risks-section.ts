import type { PackInput } from "../pack-input.ts";
import type { Block } from "./block.ts";
import { counted } from "./counted.ts";
import {
  byWhen,
  effectOf,
  sentenceOf,
  severityWords,
  subjectOf,
  whoActs,
} from "./finding-words.ts";

const RISKS_MAX = 5;

/** The worst open deviations, each with what it means, who acts, and by when. */
export function risksSection({ document, review }: PackInput): readonly Block[] {
  const { findings } = document;
  const shown = findings.slice(0, RISKS_MAX);
  const more = findings.length - shown.length;
  const heading = { kind: "heading", text: "The most important risks" } as const;
  if (shown.length === 0) {
    const text =
      document.baseline === null
        ? "No baseline was agreed for this environment, so nothing counts as a deviation yet."
        : "No deviation from the baseline is open.";
    return [heading, { kind: "paragraph", text }];
  }
  return [
    heading,
    {
      kind: "table",
      caption: "The most important open deviations",
      columns: [
        { head: "Severity", share: 12, look: "severity" },
        { head: "What", share: 21, look: "strong" },
        { head: "What was found", share: 32 },
        { head: "Effect", share: 21 },
        { head: "Who acts", share: 13 },
        { head: "By when", share: 14 },
      ],
      rows: shown.map((finding) => [
        severityWords(finding.severity),
        subjectOf(finding),
        sentenceOf(finding),
        effectOf(finding),
        whoActs(finding),
        byWhen(finding, review.as_of),
      ]),
    },
    ...(more === 0
      ? []
      : [
          {
            kind: "note",
            text: `${counted(more, "further open deviation")} in the technical pack of this review.`,
          } as const,
        ]),
  ];
}
