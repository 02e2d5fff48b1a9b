import { html } from "hono/html";
import type { PositionLabel } from "../../present/position-label.ts";
import { isRunOutcome, RUN_STATUSES, type OperationRun } from "../../run/operation-run.ts";
import type { Html } from "../answer.ts";

/** Where a run stands: glyph, word and colour say the same, so none of them is needed to read it. */
export function positionMark(
  run: Pick<OperationRun, "status" | "outcome">,
  { glyph, label }: PositionLabel,
  size: "big" | "" = "",
): Html {
  return html`<span class="mark ${size} ${positionClass(run)}"
    ><i aria-hidden="true">${glyph}</i>${label}</span
  >`;
}

/** The class that bears the colour; a word of a newer release gets the plain one. */
export function positionClass(run: Pick<OperationRun, "status" | "outcome">): string {
  if (run.outcome !== null) return isRunOutcome(run.outcome) ? run.outcome : "unknown";
  return RUN_STATUSES.includes(run.status) ? run.status : "unknown";
}
