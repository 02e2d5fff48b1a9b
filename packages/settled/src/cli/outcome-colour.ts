import type { OperationRun } from "../run/operation-run.ts";
import type { TextColour } from "./terminal-text.ts";

/** Beside the glyph and the word, never in place of them. */
export function outcomeColour({ outcome }: Pick<OperationRun, "outcome">): TextColour {
  switch (outcome) {
    case "succeeded":
      return "green";
    case "failed":
      return "red";
    case "partially_succeeded":
    case "blocked":
    case "attention_required":
      return "yellow";
    case "cancelled":
      return "dim";
    case null:
      return "cyan";
  }
}
