import type { CoverageRecord } from "../snapshot/snapshot.ts";

interface CoverageWords {
  readonly meaning: string;
  readonly next_step: string;
}

/** What a coverage status means for the reader, and what to do about it. */
export function coverageWords({ status, items, reason }: CoverageRecord): CoverageWords {
  const because = reason.replaceAll("_", " ");
  switch (status) {
    case "complete":
      return { meaning: completeWords(items), next_step: "" };
    case "partial":
      return {
        meaning: `Not everything could be read (${because}). What is missing is not known to be gone.`,
        next_step: "Export the named objects again and capture a new snapshot.",
      };
    case "failed":
      return {
        meaning: `Nothing of this type could be read (${because}).`,
        next_step: "Check the export of this type and capture a new snapshot.",
      };
    case "unlicensed":
      return {
        meaning: "Not assessed: this tenant has no licence for it.",
        next_step: "Nothing to do, unless the tenant should have the licence.",
      };
    case "unsupported":
      return {
        meaning: "Not assessed: the provider cannot read this type.",
        next_step: "Check this type by hand.",
      };
    case "excluded":
      return {
        meaning: "Not assessed: it was left out on purpose.",
        next_step: "Include the type in the export if it should be reviewed.",
      };
  }
}

function completeWords(items: number): string {
  if (items === 0) return "Everything was read, and there is nothing of this type.";
  return items === 1
    ? "The one object that was found was read."
    : `All ${items} objects that were found were read.`;
}
