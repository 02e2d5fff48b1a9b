import { BOUND_MS } from "../../postgres/invariants/check-invariants.ts";
import { readRunHealth, type RunHealth } from "../../postgres/invariants/read-run-health.ts";
import { utcWords } from "../../present/utc-words.ts";
import type { Desk } from "../open-desk.ts";
import { type Finding, notChecked, problem, warning, well } from "./finding.ts";

/** Whether somebody looks after the runs: workers that live, looks that happen, operations that are known. */
export async function examineRuns(desk: Desk): Promise<readonly Finding[]> {
  const { database: executor, schema } = desk;
  const health = await readRunHealth({ executor, schema, boundMs: BOUND_MS });
  return [workersFinding(health), overdueFinding(health), operationsFinding(desk, health)];
}

function workersFinding({ workers: { living, silent }, operations }: RunHealth): Finding {
  const active = operations.reduce((sum, operation) => sum + operation.active, 0);
  const START = "Start one with `settled worker`.";
  if (living === 0 && active > 0) {
    return problem("workers", `No worker is alive, and ${active} runs are under way.`, START);
  }
  if (living === 0) return warning("workers", "No worker is alive.", START);
  const also = silent === 0 ? "" : ` ${silent} more fell silent and will be taken for dead.`;
  return well("workers", `Workers alive: ${living}.${also}`);
}

function overdueFinding({ overdue: { runs, since } }: RunHealth): Finding {
  if (runs === 0 || since === null)
    return well("due_runs", "No run has waited too long for a look.");
  return problem(
    "due_runs",
    `${runs} runs have waited too long for a look at their truth, the first since ${utcWords(since)}.`,
    "Start a worker that sweeps and knows their operations, or run `settled reconcile`.",
  );
}

/** Another worker's configuration may know them: only what nobody looks at is a problem, and overdue. */
function operationsFinding(desk: Desk, { operations }: RunHealth): Finding {
  if (desk.settled === null) {
    return notChecked("operations", "Without a configuration no operation is known.");
  }
  const unknown = operations.filter(
    ({ operationType }) => desk.catalog.find(operationType) === null,
  );
  if (unknown.length === 0) {
    return well("operations", "The configuration knows the operations of all open runs.");
  }
  const words = unknown.map(({ operationType, runs }) => `${operationType} (${runs})`).join(", ");
  return warning(
    "operations",
    `The configuration does not know the operations of some open runs: ${words}.`,
    "Make sure that a worker with a configuration that knows them is running.",
  );
}
