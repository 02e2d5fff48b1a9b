import type { ListedRun } from "../api/run-shape.ts";
import { message } from "../messages/message.ts";
import { OUTCOMES } from "../search/search-key.ts";

/** What the adapter has decided; nothing where no look has settled the run. */
export function decisionWords({ reconciliation }: Pick<ListedRun, "reconciliation">): string {
  if (reconciliation === null) return "";
  const { adapter, decision } = reconciliation;
  const outcome = OUTCOMES.find((one) => one === decision);
  const words = outcome === undefined ? decision : message(`outcome.${outcome}`);
  return message("runs.decision", { adapter, decision: words });
}

/** The part of a W3C traceparent that a tracing system is asked for. */
export function traceIdOf({ trace }: Pick<ListedRun, "trace">): string | null {
  return trace?.traceparent.split("-")[1] ?? null;
}
