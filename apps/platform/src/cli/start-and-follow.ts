import {
  asEnvironmentId,
  asWorkspaceId,
  type Initiator,
  type OperationRun,
  type RunScope,
} from "settled";
import { hostname, userInfo } from "node:os";
import type { Platform } from "../platform.ts";
import { findEnvironment } from "../store/environment.ts";
import { hasLiveWorker } from "../store/live-workers.ts";
import { followRun, tellEnd } from "./follow-run.ts";
import { CommandFault, say } from "./terminal.ts";

export interface StartOptions {
  readonly type: string;
  readonly input: unknown;
  /** False = leaves as soon as the run is accepted. */
  readonly wait: boolean;
  /** Where its lines go; standard output unless a program reads that. */
  readonly tell?: (line: string) => void;
  /** Gets the run as it was when it was left: completed, or accepted if nobody waits. */
  readonly onLeft?: (run: OperationRun) => void;
}

const EXIT_USAGE = 2;
const EXIT_NOT_FOUND = 3;

export function asScope(options: { workspace: string; environment: string }): RunScope {
  return {
    workspaceId: asWorkspaceId(options.workspace),
    environmentId: asEnvironmentId(options.environment),
  };
}

/** Starts an operation for an environment and follows its run; without a living worker it works itself until then. */
export async function startAndFollow(
  platform: Platform,
  scope: RunScope,
  options: StartOptions,
): Promise<number> {
  const { settled, database } = platform;
  if ((await findEnvironment(database, scope)) === null) {
    throw new CommandFault(
      "There is no such environment. Import it first: platform import --workspace W --environment E --folder PATH",
      EXIT_NOT_FOUND,
    );
  }
  const { type, input, tell = say, onLeft = () => undefined } = options;
  const answer = await settled.start({ ...scope, type, input, initiator: personAtTerminal() });
  if (answer.kind === "refused") throw new CommandFault(refusalText(answer), EXIT_USAGE);
  const { run, joined } = answer;
  tell(
    joined
      ? `Joined run ${run.id}, which ${run.initiator.name} started at ${run.createdAt.toISOString()}.`
      : `Started run ${run.id}.`,
  );
  if (!options.wait) {
    onLeft(run);
    return 0;
  }
  const worker = (await hasLiveWorker(database)) ? null : await settled.work({ concurrency: 1 });
  if (worker !== null) tell("No worker is alive, so this command executes the run itself.");
  try {
    const completed = await followRun(settled, run, tell);
    onLeft(completed);
    return tellEnd(settled, completed, tell);
  } finally {
    await worker?.stop();
  }
}

export function personAtTerminal(): Initiator {
  const { username } = userInfo();
  return { kind: "operator", id: `${username}@${hostname()}`, name: username };
}

function refusalText(
  refusal: Exclude<Awaited<ReturnType<Platform["settled"]["start"]>>, { kind: "accepted" }>,
): string {
  switch (refusal.because) {
    case "unknown_operation":
      return `There is no such operation. Known: ${refusal.known.join(", ")}.`;
    case "renamed_operation":
      return `The operation is called ${refusal.canonical} now.`;
    case "input_too_large":
      return `The input is larger than ${refusal.bytesMax} bytes.`;
    case "invalid_input":
      return refusal.faults.map(({ pointer, detail }) => `${pointer} ${detail}`.trim()).join("\n");
  }
}
