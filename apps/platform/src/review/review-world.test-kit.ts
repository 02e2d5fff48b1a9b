import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  asEnvironmentId,
  asWorkspaceId,
  type FaultPoints,
  type OperationRun,
  reasonOf,
  type ReconciliationDecision,
  type RunScope,
} from "settled";
import { startTestDatabase } from "../../../../packages/settled/src/testing/test-database.ts";
import { readSnapshotSource } from "../baseline/read-baseline-source.ts";
import { releaseBaseline } from "../baseline/release-baseline.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { listReviews } from "../store/review-store.ts";
import { REVIEW_ADAPTER } from "./review-adapter.ts";
import type { EnvironmentReview } from "./review.ts";

/** Settings of a policy by its name: `{ "Win - Antivirus": { puaprotection: "1" } }`. */
export type Export = Readonly<Record<string, Readonly<Record<string, string>>>>;

const DEFENDER = "device_vendor_msft_policy_config_defender_";
const LOOK_EVERY_MS = 20;
const WITHIN_MS = 30_000;

/** The whole platform with a worker, on a database of its own, with environments that a test changes. */
export interface ReviewWorld {
  readonly platform: Platform;
  newEnvironment(name: string, policies: Export, workspace?: string): Promise<RunScope>;
  /** Captures the environment as it is now, after writing what is given. */
  capture(scope: RunScope, policies?: Export): ReturnType<ReviewWorld["ended"]>;
  start(scope: RunScope, input: object): Promise<OperationRun>;
  ended(run: OperationRun): Promise<{ run: OperationRun; outcome: string; reason: string }>;
  compose(scope: RunScope, input: object): ReturnType<ReviewWorld["ended"]>;
  /** By sequence. */
  reviewsOf(scope: RunScope): Promise<readonly EnvironmentReview[]>;
  /** What the adapter concludes about a run, as the sweeper would ask it. */
  judge(run: OperationRun): Promise<ReconciliationDecision>;
  /** Releases the next version of the workspace's baseline from the newest snapshot. */
  release(scope: RunScope, name: string): Promise<string>;
  close(): Promise<void>;
}

export async function openReviewWorld(
  options: { readonly faults?: FaultPoints } = {},
): Promise<ReviewWorld> {
  const database = await startTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "platform-reviews-"));
  await migratePlatform(database.url);
  const platform = openPlatform({ connectionString: database.url, ...options });
  await platform.settled.prepare();
  const worker = await platform.settled.work({ concurrency: 4 });
  const rootOf = (scope: RunScope) => join(folder, `${scope.workspaceId}-${scope.environmentId}`);

  async function start(scope: RunScope, type: string, input: object): Promise<OperationRun> {
    const initiator = { kind: "user", id: "maria", name: "Maria" } as const;
    const answer = await platform.settled.start({ ...scope, type, input, initiator });
    if (answer.kind === "refused") throw new Error(`The start was refused: ${answer.because}`);
    return answer.run;
  }

  const world: ReviewWorld = {
    platform,
    async newEnvironment(name, policies, workspace = "north") {
      const scope = { workspaceId: asWorkspaceId(workspace), environmentId: asEnvironmentId(name) };
      await ensureEnvironment(platform.database, {
        ...scope,
        workspaceName: workspace,
        environmentName: name,
        provider: { kind: "folder", root: rootOf(scope) },
      });
      await world.capture(scope, policies);
      return scope;
    },
    async capture(scope, policies) {
      if (policies !== undefined) await writeExport(rootOf(scope), policies);
      return world.ended(await start(scope, "environment.snapshot.capture", {}));
    },
    start: (scope, input) => start(scope, "environment.review.compose", input),
    async ended(started) {
      const untilMs = performance.now() + WITHIN_MS;
      for (;;) {
        const run = await platform.settled.reader.findRun(started.workspaceId, started.id);
        if (run?.status === "completed") {
          return { run, outcome: run.outcome ?? "", reason: reasonOf(run.context) ?? "" };
        }
        if (performance.now() > untilMs) throw new Error(`Not settled: ${JSON.stringify(run)}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
    compose: async (scope, input) => world.ended(await world.start(scope, input)),
    async reviewsOf(scope) {
      const reviews = await listReviews(platform.database, scope);
      return reviews.toSorted((a, b) => a.sequence - b.sequence);
    },
    judge: ({ workspaceId, environmentId, id }) =>
      platform.settled.truth.withTruth(
        { workspaceId, environmentId },
        { timeoutMs: WITHIN_MS },
        async (truth) => {
          const run = await platform.settled.reader.findRun(workspaceId, id);
          if (run === null) throw new Error("The run is gone.");
          return REVIEW_ADAPTER.decide(run, await REVIEW_ADAPTER.gather(run, truth));
        },
      ),
    async release(scope, name) {
      const source = await readSnapshotSource(platform.database, scope, null);
      if (source === null) throw new Error("There is no snapshot.");
      const rules = {
        mode: "exact",
        severity: "high",
        withAssignments: true,
        excludedPaths: [],
        rationale: "",
      } as const;
      const { workspaceId } = scope;
      const input = { workspaceId, name, source, rules, releasedBy: "Maria" };
      const release = await releaseBaseline(platform.database, input);
      if (release.kind === "refused") throw new Error(release.because);
      return release.version.baselineId;
    },
    async close() {
      await worker.stop();
      await platform.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}

/** Replaces the whole export, so that a policy that is not given is not there. */
async function writeExport(root: string, policies: Export): Promise<void> {
  const folder = join(root, "SettingsCatalog");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [index, [name, choices]] of Object.entries(policies).entries()) {
    const settings = Object.entries(choices).map(([setting, option], id) => ({
      id: String(id),
      settingInstance: {
        "@odata.type": "#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance",
        settingDefinitionId: `${DEFENDER}${setting}`,
        choiceSettingValue: { value: `${DEFENDER}${setting}_${option}`, children: [] },
      },
    }));
    const policy = {
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
      id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      name,
      platforms: "windows10",
      technologies: "mdm",
      settingCount: settings.length,
      settings,
      assignments: [{ target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" } }],
    };
    await writeFile(join(folder, `policy-${index}.json`), JSON.stringify(policy));
  }
}
