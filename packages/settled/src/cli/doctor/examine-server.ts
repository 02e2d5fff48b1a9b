import { readServerFacts, type ServerFacts } from "../../postgres/invariants/read-server-facts.ts";
import type { CliIo } from "../cli-io.ts";
import type { Desk } from "../open-desk.ts";
import { type Finding, problem, warning, well } from "./finding.ts";
import { orProblem } from "./or-problem.ts";

const VERSION_NUMBER_MIN = 150_000;
const SKEW_MAX_MS = 5_000;

/** Whether the database answers, is new enough, and has the same time as this process. */
export async function examineServer(io: CliIo, desk: Desk): Promise<readonly Finding[]> {
  const askedAtMs = io.now().getTime();
  return orProblem("database", async () => {
    const facts = await readServerFacts(desk.database);
    // The answer was made between asking and hearing: the middle is the best guess.
    const hereMs = (askedAtMs + io.now().getTime()) / 2;
    return [
      well("database", "The database answers."),
      versionFinding(facts),
      skewFinding(facts.now.getTime() - hereMs),
    ];
  });
}

function versionFinding({ versionNumber, version }: ServerFacts): Finding {
  const [short = version] = version.split(" ");
  return versionNumber >= VERSION_NUMBER_MIN
    ? well("server_version", `It is PostgreSQL ${short}.`)
    : problem(
        "server_version",
        `It is PostgreSQL ${short}, and 15 is the oldest that is supported.`,
        "Upgrade the server to PostgreSQL 15 or newer.",
      );
}

function skewFinding(skewMs: number): Finding {
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  return Math.abs(skewMs) <= SKEW_MAX_MS
    ? well("clock", "The clocks of this machine and of the database agree.")
    : warning(
        "clock",
        `The clock of this machine is ${seconds} s ${skewMs > 0 ? "behind" : "ahead of"} the database's.`,
        "Let both keep time by NTP. Stored times are right: they are the database's.",
      );
}
