import { hostname, userInfo } from "node:os";
import type { Asker, OperationRun, RunScope } from "settled";
import { presentRun } from "settled/present";
import type { Platform } from "../platform.ts";
import { hasLiveWorker } from "../store/live-workers.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { EXIT } from "./exit-code.ts";
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

/** Starts an operation for an environment and follows its run; without a living worker it works itself until then. */
export async function startAndFollow(
  platform: Platform,
  scope: RunScope,
  options: StartOptions,
): Promise<number> {
  const { settled, database } = platform;
  await assertEnvironment(platform, scope);
  const { type, input, tell = say, onLeft = () => undefined } = options;
  const answer = await settled.start({ ...scope, type, input, initiator: personAtTerminal() });
  if (answer.kind === "refused") throw new CommandFault(refusalText(answer), EXIT.usage);
  const { run, joined } = answer;
  tell(joined ? joinedWords(settled, run) : `Started run ${run.id}.`);
  const isAlone = !(await hasLiveWorker(database));
  if (!options.wait) {
    if (isAlone) tell("No worker is alive: the run waits until one is started (platform worker).");
    onLeft(run);
    return EXIT.ok;
  }
  const worker = isAlone ? await settled.work({ concurrency: 1 }) : null;
  if (worker !== null) tell("No worker is alive, so this command executes the run itself.");
  try {
    const completed = await followRun(settled, run, tell);
    onLeft(completed);
    return await tellEnd(settled, completed, tell);
  } finally {
    await worker?.stop();
  }
}

function joinedWords({ catalog }: Platform["settled"], run: OperationRun): string {
  const operation = catalog.find(run.operationType);
  const { askedBy } = presentRun(run, {
    now: new Date(),
    operation,
    artifact: null,
    maySeeDetail: false,
  });
  return `Joined run ${run.id}, which is under way. ${askedBy}, ${run.createdAt.toISOString()}.`;
}

export function personAtTerminal(): Asker {
  const username = accountName();
  return { kind: "operator", id: `${username}@${hostname()}`, name: username, via: "cli" };
}

/** An account without an entry in the system's list of users, as in containers, has no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return "operator";
  }
}

function refusalText(
  refusal: Exclude<Awaited<ReturnType<Platform["settled"]["start"]>>, { kind: "accepted" }>,
): string {
  switch (refusal.because) {
    case "unknown_operation":
      return `There is no such operation. Known: ${refusal.known.join(", ")}.`;
    case "renamed_operation":
      return `The operation is called ${refusal.canonical} now.`;
    case "environment_required":
      return "This operation is about one environment. Name it with --environment.";
    case "input_too_large":
      return `The input is larger than ${refusal.bytesMax} bytes.`;
    case "invalid_input":
      return refusal.faults.map(({ detail }) => detail).join("\n");
  }
}
