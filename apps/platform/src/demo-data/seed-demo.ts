import { asEnvironmentId, asWorkspaceId, type RunScope } from "settled";
import { spawnDemoWorker } from "../demo/spawn-demo-worker.ts";
import type { Platform } from "../platform.ts";
import { listWorkspaces } from "../store/workspace.ts";
import { type DemoCustomer, generateDemo } from "./generate-demo.ts";
import { seedEvents } from "./seed-events.ts";
import { seedMonths } from "./seed-months.ts";

const DEMO_WORKSPACE = asWorkspaceId("demo");
const DEMO_SEED = 7;
const DEMO_POLICIES = 60;

export interface SeedOptions {
  readonly databaseUrl: string;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Fills an empty database with three generated customers and twelve months of their life, by the same operations as real
 * ones: baselines, snapshots, reviews, decisions, packs and restores. Goes on where it was stopped. One of the workers
 * that compose is killed on the way, so that a run is there to see which was settled by what is true.
 */
export async function seedDemo(platform: Platform, options: SeedOptions): Promise<void> {
  const workspaces = await listWorkspaces(platform.database);
  if (workspaces.some(({ workspaceId }) => workspaceId !== DEMO_WORKSPACE)) return;
  const customers = generateDemo({ seed: DEMO_SEED, policies: DEMO_POLICIES });
  const doomed = workspaces.length === 0 ? spawnDoomedWorker(options) : null;
  try {
    await doomed?.ready;
    const seeded = await Promise.all(
      customers.map((customer) => seedCustomer(platform, customer, options)),
    );
    if (seeded.includes(true)) {
      options.say("The demo data is there: three customers, twelve months each.");
    }
  } finally {
    await doomed?.stop();
  }
}

/** Answers whether anything was left to do. */
async function seedCustomer(
  platform: Platform,
  demo: DemoCustomer,
  { signal }: SeedOptions,
): Promise<boolean> {
  const scope: RunScope = {
    workspaceId: DEMO_WORKSPACE,
    environmentId: asEnvironmentId(demo.customer.slug),
  };
  const grown = await seedMonths(platform, scope, { demo, signal });
  return (await seedEvents(platform, scope, signal)) || grown;
}

/** A real process that is killed as soon as it has committed a review, before it can say so. */
function spawnDoomedWorker({ databaseUrl, signal }: SeedOptions) {
  const worker = spawnDemoWorker({
    databaseUrl,
    fault: "compose.after_commit=kill",
    concurrency: 4,
  });
  signal.addEventListener("abort", () => worker.kill("SIGKILL"), { once: true });
  return worker;
}
