import { asOperatorMessage } from "../../present/operator-message.ts";
import { isSettledError } from "../../run/settled-error.ts";
import { REACH_DATABASE } from "../report-fault.ts";
import { type Finding, problem } from "./finding.ts";

const DENIED = /^permission denied for (\w+) (\S+)$/;

/** What an examination found; what kept it from its end is a problem of its own. */
export async function orProblem(
  check: string,
  examine: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await examine();
  } catch (error) {
    const { title, detail, nextStep } = asOperatorMessage(error);
    const denied = deniedThing(error);
    const step = isSettledError(error, "database_unavailable") ? REACH_DATABASE : nextStep;
    if (denied === null) return [problem(check, `${title}. ${detail}`, step)];
    const text = `The database account may not use the ${denied}.`;
    return [problem(check, text, "Grant it that, or connect as the owner of Settled's tables.")];
  }
}

/** Whoever is told to ask the doctor for the missing permission gets it named here. */
function deniedThing(error: unknown): string | null {
  if (!isSettledError(error, "permission_missing")) return null;
  const said = error.cause instanceof Error ? DENIED.exec(error.cause.message) : null;
  return said === null ? null : `${said[1]} ${said[2]}`;
}
