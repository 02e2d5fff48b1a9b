import { type FaultPoints, NO_FAULTS } from "../ports/fault-points.ts";
import { SettledError } from "../run/settled-error.ts";

const BREAKS = ["kill", "exit", "throw", "stop"] as const;
type Break = (typeof BREAKS)[number];

interface FaultRule {
  readonly point: string;
  readonly break: Break;
  /** Which visit breaks, counted from 1. */
  readonly nth: number;
}

const RULE = /^([a-z][a-z0-9_.]*)=([a-z]+)(?::([1-9][0-9]{0,5}))?$/;
const EXIT_CODE = 70;

/**
 * Fault points for real processes, from `SETTLED_FAULT`: a comma list of `<point>=kill|exit|throw|stop[:nth]`.
 * `kill` is SIGKILL and `stop` is SIGSTOP of this process, at the nth visit only (the first, if none is named).
 * Without the variable nothing ever breaks; a rule that cannot be read is refused with `invalid_configuration`.
 */
export function faultPointsFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): FaultPoints {
  const text = env["SETTLED_FAULT"]?.trim() ?? "";
  if (text === "") return NO_FAULTS;
  const rules = text.split(",").map((rule) => asFaultRule(rule.trim()));
  const visits = new Map<string, number>();
  return {
    async reach(point) {
      const visit = (visits.get(point) ?? 0) + 1;
      visits.set(point, visit);
      for (const rule of rules) {
        if (rule.point === point && rule.nth === visit) await breakHere(rule);
      }
    },
  };
}

function asFaultRule(text: string): FaultRule {
  const [, point, name, nth] = RULE.exec(text) ?? [];
  const found = BREAKS.find((known) => known === name);
  if (point === undefined || found === undefined) {
    throw new SettledError(
      "invalid_configuration",
      `SETTLED_FAULT takes <point>=${BREAKS.join("|")}[:nth], not "${text}".`,
    );
  }
  return { point, break: found, nth: Number(nth ?? 1) };
}

async function breakHere(rule: FaultRule): Promise<void> {
  switch (rule.break) {
    case "kill":
      process.kill(process.pid, "SIGKILL");
      return forEver();
    case "stop":
      process.kill(process.pid, "SIGSTOP");
      return;
    case "exit":
      return process.exit(EXIT_CODE);
    case "throw":
      throw new Error(`A fault was ordered at ${rule.point}.`);
  }
}

/** Nothing may happen between the signal and the end. */
function forEver(): Promise<void> {
  return new Promise(() => undefined);
}
