import type { ReadinessJson } from "../../client/answers.ts";
import { ApiError } from "../../client/api-error.ts";
import { createClient } from "../../client/create-client.ts";
import type { CommandContext } from "../command-context.ts";
import type { Door } from "../desk/choose-door.ts";
import { serverFaultWords } from "../desk/server-fault.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { usageFault } from "../report-fault.ts";
import { plainLine } from "../terminal-text.ts";
import { type Finding, problem, well } from "./finding.ts";
import type { DoctorOptions } from "./run-doctor.ts";
import { writeDiagnosis } from "./write-diagnosis.ts";

/** `settled doctor --server URL`: what the server says of its own readiness. */
export async function examineOverHttp(
  { io }: CommandContext,
  options: DoctorOptions,
  { url }: Extract<Door, { kind: "server" }>,
): Promise<ExitCode> {
  if (options.check === true) {
    throw usageFault(
      "The invariants are held against the stored runs on the database itself.",
      "Leave --check out, or leave --server out and name the database.",
    );
  }
  const findings = await examine(url);
  const isWell = !findings.some(({ level }) => level === "problem");
  writeDiagnosis(io.stdout, options.output, { findings, invariants: null, well: isWell });
  return isWell ? EXIT.ok : EXIT.error;
}

async function examine(url: string): Promise<readonly Finding[]> {
  // Readiness belongs to no workspace, and asks for no token.
  const client = createClient({ baseUrl: url, workspace: "none" });
  try {
    const { ready, checks } = await client.readiness();
    const state = ready
      ? well("server", `${url} answers and is ready.`)
      : problem("server", `${url} answers but is not ready.`, "Mend what is found below.");
    return [state, ...checks.map(asFinding)];
  } catch (error) {
    if (error instanceof ApiError) {
      return [
        problem("server", error.message, "Check --server: it is the address in front of /api/v1."),
      ];
    }
    const words = serverFaultWords(error, url);
    if (words === null) throw error;
    return [problem("server", words.what, words.nextStep)];
  }
}

function asFinding({ name, ok, count }: ReadinessJson["checks"][number]): Finding {
  const check = plainLine(name);
  const counted = count === undefined ? "" : ` (${count})`;
  return ok
    ? well(check, `Well: ${check}${counted}.`)
    : problem(
        check,
        `Not well: ${check}${counted}.`,
        "Look into the server's log, or run `settled doctor` beside its database.",
      );
}
