import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { asEnvironmentId, asWorkspaceId, type OperationRun, type RunScope } from "settled";
import { localPath } from "../local-path.ts";
import type { Platform } from "../platform.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { listReviews } from "../store/review-store.ts";
import { listWorkspaces } from "../store/workspace.ts";
import { type DemoCustomer, generateDemo } from "./generate-demo.ts";
import { writeMonth } from "./write-demo.ts";

const DEMO_WORKSPACE = "demo";
const DEMO_SEED = 7;
const DEMO_POLICIES = 60;
/** The newest states of each customer that are captured and reviewed. */
const MONTHS_SHOWN = 3;
const LOOK_EVERY_MS = 250;

export interface SeedOptions {
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Fills an empty database with three generated customers, by the same operations as real ones; goes on where it was stopped. */
export async function seedDemo(platform: Platform, options: SeedOptions): Promise<void> {
  const workspaces = await listWorkspaces(platform.database);
  if (workspaces.some(({ workspaceId }) => workspaceId !== DEMO_WORKSPACE)) return;
  const customers = generateDemo({ seed: DEMO_SEED, policies: DEMO_POLICIES });
  const seeded = await Promise.all(
    customers.map((customer) => seedCustomer(platform, customer, options)),
  );
  if (seeded.includes(true))
    options.say("The demo data is there: three customers, three months each.");
}

/** Answers whether anything was left to do. */
async function seedCustomer(
  platform: Platform,
  { customer, months }: DemoCustomer,
  options: SeedOptions,
): Promise<boolean> {
  const scope = {
    workspaceId: asWorkspaceId(DEMO_WORKSPACE),
    environmentId: asEnvironmentId(customer.slug),
  };
  const reviews = await listReviews(platform.database, scope);
  const shown = [...months()].slice(-MONTHS_SHOWN);
  const left = shown.filter(({ tenant }) =>
    reviews.every(({ periodKey }) => periodKey !== tenant.month),
  );
  for (const month of left) {
    const root = join(localPath("demo"), customer.slug, month.tenant.month);
    await rm(root, { recursive: true, force: true });
    await writeMonth(month, root);
    await ensureEnvironment(platform.database, {
      ...scope,
      workspaceName: "Demo workspace",
      environmentName: customer.name,
      provider: { kind: "folder", root },
    });
    await runToEnd(platform, scope, { type: "environment.snapshot.capture", input: {} }, options);
    const input = { period: month.tenant.month };
    await runToEnd(platform, scope, { type: "environment.review.compose", input }, options);
  }
  return left.length > 0;
}

async function runToEnd(
  platform: Platform,
  scope: RunScope,
  start: { readonly type: string; readonly input: unknown },
  options: SeedOptions,
): Promise<OperationRun> {
  const initiator = { kind: "system", id: "demo", name: "Demo data" } as const;
  const answer = await platform.settled.start({ ...scope, ...start, initiator });
  if (answer.kind === "refused") throw new Error(`The demo could not start ${start.type}.`);
  for (;;) {
    options.signal.throwIfAborted();
    const run = await platform.settled.reader.findRun(scope.workspaceId, answer.run.id);
    if (run === null) throw new Error("A run of the demo is gone.");
    if (run.status === "completed") return run;
    await sleep(LOOK_EVERY_MS, undefined, { signal: options.signal });
  }
}
