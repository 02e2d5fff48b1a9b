import { setTimeout as sleep } from "node:timers/promises";
import { asEnvironmentId, asWorkspaceId, type OperationRun, type RunScope } from "settled";
import { presentRun } from "settled/present";
import { writeMonth } from "../demo-data/write-demo.ts";
import { DEMO_CUSTOMERS } from "../demo-data/customer.ts";
import { generateTenant } from "../demo-data/generate-tenant.ts";
import type { Platform } from "../platform.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { queueJobState } from "../store/queue-job.ts";

const WORKSPACE = asWorkspaceId("story");
const LOOK_EVERY_MS = 100;
const SETTLED_WITHIN_MS = 45_000;

/** What an act of the story has to hand. */
export interface Stage {
  readonly platform: Platform;
  readonly databaseUrl: string;
  readonly say: (text: string) => void;
  /** Every run of the story, for the table at its end. */
  readonly runs: OperationRun[];
  /** What was not as it should be. */
  readonly untruths: string[];
}

const PERIOD = "2026-05";

export function scopeOf(name: string): RunScope {
  return { workspaceId: WORKSPACE, environmentId: asEnvironmentId(name) };
}

/** An environment with a generated export; nothing is captured yet. */
export async function addEnvironment(stage: Stage, name: string, root: string): Promise<RunScope> {
  const [customer] = DEMO_CUSTOMERS;
  if (customer === undefined) throw new Error("The generator knows no customer.");
  const tenant = generateTenant({ seed: name, policies: 40, tenant: customer });
  await writeMonth({ tenant, changes: [], oddities: [] }, root);
  await ensureEnvironment(stage.platform.database, {
    workspaceId: WORKSPACE,
    workspaceName: "Story",
    environmentId: asEnvironmentId(name),
    environmentName: name,
    provider: { kind: "folder", root },
  });
  return scopeOf(name);
}

export async function startRun(
  stage: Stage,
  scope: RunScope,
  type: string,
  person = "Ada",
): Promise<{ run: OperationRun; joined: boolean }> {
  const initiator = { kind: "user", id: person.toLowerCase(), name: person } as const;
  const input = type === "environment.review.compose" ? { period: PERIOD } : {};
  const answer = await stage.platform.settled.start({ ...scope, type, input, initiator });
  if (answer.kind === "refused") throw new Error(`The start was refused: ${answer.because}.`);
  return answer;
}

/** The run once it is completed, with a line of progress each few seconds. */
export async function untilSettled(stage: Stage, run: OperationRun): Promise<OperationRun> {
  const startedMs = performance.now();
  let toldMs = startedMs;
  for (;;) {
    const now = await readAgain(stage, run);
    if (now.status === "completed") return now;
    const nowMs = performance.now();
    if (nowMs - startedMs > SETTLED_WITHIN_MS) {
      stage.untruths.push(`Run ${run.id} was not settled within ${SETTLED_WITHIN_MS / 1_000} s.`);
      return now;
    }
    if (nowMs - toldMs > 3_000) {
      stage.say(`   … ${Math.round((nowMs - startedMs) / 1_000)} s: the run is ${now.status}`);
      toldMs = nowMs;
    }
    await sleep(LOOK_EVERY_MS);
  }
}

export async function readAgain(stage: Stage, run: OperationRun): Promise<OperationRun> {
  const found = await stage.platform.settled.reader.findRun(run.workspaceId, run.id);
  if (found === null) throw new Error("A run of the story is gone.");
  return found;
}

export async function sayWhatTheQueueSays(stage: Stage, run: OperationRun): Promise<void> {
  const state = await queueJobState(stage.platform.database, run);
  stage.say(`   pg-boss says of the job: ${state ?? "there is none"}`);
}

export function sayWhatSettledSays(stage: Stage, run: OperationRun): void {
  const operation = stage.platform.settled.catalog.find(run.operationType);
  const viewer = { now: new Date(), operation, artifact: null, maySeeDetail: false };
  const { title, sentence, nextStep } = presentRun(run, viewer);
  stage.say(`   Settled says: ${title}`);
  stage.say(`     ${sentence}`);
  if (nextStep.text !== "") stage.say(`     Next: ${nextStep.text}`);
  for (const { check, passed, detail } of run.context.reconciliation?.checks ?? []) {
    stage.say(`     ${passed ? "✓" : "✗"} ${check.replaceAll("_", " ")}: ${detail}`);
  }
}

export function expectTruth(stage: Stage, holds: boolean, what: string): void {
  stage.say(`   ${holds ? "✓" : "✗"} ${what}`);
  if (!holds) stage.untruths.push(what);
}
