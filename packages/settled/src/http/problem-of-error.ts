import { asOperatorMessage } from "../present/operator-message.ts";
import { isSettledError } from "../run/settled-error.ts";
import { type Problem, problemOf } from "./problem.ts";

/** Faults whose words are of use to a caller; of every other fault nothing is told. */
const TOLD = [
  "database_unavailable",
  "database_not_migrated",
  "engine_unavailable",
  "write_conflict",
  "value_not_storable",
  "search_too_wide",
] as const;

/** The problem for anything that was thrown. Never repeats what a database, driver or handler said. */
export function problemOfError(error: unknown): Problem {
  const code = TOLD.find((told) => isSettledError(error, told));
  if (code === undefined) return problemOf("internal");
  const { title, detail, nextStep } = asOperatorMessage(error);
  return problemOf(code, { title, detail, nextActions: [nextStep] });
}
