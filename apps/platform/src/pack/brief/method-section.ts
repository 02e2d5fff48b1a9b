import type { PackInput } from "../pack-input.ts";
import { RENDERER_VERSION } from "../pack-fingerprint.ts";
import type { Block } from "./block.ts";
import { clipName } from "./clip.ts";
import { dateWords, timeWords } from "./date-words.ts";
import { DUE_DAYS } from "./finding-words.ts";

/** How the review was made, and the hashes by which anybody can tell whether this file is the one that was made. */
export function methodSection({ document, review, fingerprint }: PackInput): readonly Block[] {
  const { baseline, inputs } = document;
  const compared =
    baseline === null
      ? "It states what is there; no baseline was agreed that it could be compared with."
      : `It was compared with version ${baseline.version} of the baseline “${clipName(baseline.name)}”.`;
  return [
    { kind: "heading", text: "Method and proof" },
    {
      kind: "paragraph",
      text: `The review tells of the snapshot named below, with the decisions in force on ${dateWords(review.as_of)}, ${timeWords(review.as_of)}. ${compared} What could not be read is never counted as missing. Dates are a rule: high within ${DUE_DAYS.high} days of the review, medium within ${DUE_DAYS.medium}, others within ${DUE_DAYS.low}.`,
    },
    {
      kind: "facts",
      pairs: [
        ["This pack", fingerprint],
        ["Review document", review.document_hash],
        ...(review.fingerprint === null ? [] : [["Review", review.fingerprint] as const]),
        ["Snapshot", inputs.snapshot_hash],
        ...(inputs.baseline_version_hash === null
          ? []
          : [["Baseline version", inputs.baseline_version_hash] as const]),
        ["Renderer", `Version ${RENDERER_VERSION}`],
      ],
    },
    {
      kind: "note",
      text: "The file SHA256SUMS beside this document names the hash of each file of the pack.",
    },
  ];
}
