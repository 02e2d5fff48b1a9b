import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { RunScope } from "settled";
import { readSnapshotSource } from "../baseline/read-baseline-source.ts";
import { releaseBaseline } from "../baseline/release-baseline.ts";
import { localPath } from "../local-path.ts";
import type { Platform } from "../platform.ts";
import { folderIdentities } from "../provider/target/folder-identity.ts";
import { listBaselines } from "../store/baseline-store.ts";
import { pinIdentity } from "../store/environment-identity.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { listReviews } from "../store/review-store.ts";
import type { DemoCustomer, DemoMonth } from "./generate-demo.ts";
import { runToEnd } from "./run-to-end.ts";
import { decideSomeFindings } from "./decide-some-findings.ts";
import { writeMonth } from "./write-demo.ts";

export interface SeedMonthsInput {
  readonly demo: DemoCustomer;
  readonly signal: AbortSignal;
}

/**
 * The months of one customer, each captured and reviewed against what was agreed in the first one. Before the last month
 * somebody decides about a few findings. Answers whether anything was left to do.
 */
export async function seedMonths(
  platform: Platform,
  scope: RunScope,
  { demo, signal }: SeedMonthsInput,
): Promise<boolean> {
  const reviews = await listReviews(platform.database, scope);
  const reviewed = new Set(reviews.map(({ periodKey }) => periodKey));
  const months = [...demo.months()];
  const left = months.filter(({ tenant }) => !reviewed.has(tenant.month));
  for (const month of left) {
    await capture(platform, scope, { demo, month, signal });
    const baselineId = await agreedBaseline(platform, scope, demo);
    if (month === months.at(-1)) await decideSomeFindings(platform.database, scope, baselineId);
    const input = { period: month.tenant.month, baseline_id: baselineId };
    await runToEnd(platform, scope, { type: "environment.review.compose", input, signal });
  }
  return left.length > 0;
}

async function capture(
  platform: Platform,
  scope: RunScope,
  { demo, month, signal }: SeedMonthsInput & { readonly month: DemoMonth },
): Promise<void> {
  const { slug, name } = demo.customer;
  const root = join(localPath("demo"), slug, month.tenant.month);
  await rm(root, { recursive: true, force: true });
  await writeMonth(month, root);
  const { workspaceId, environmentId } = scope;
  if (environmentId === null) throw new Error("The demo's runs are about one environment.");
  await ensureEnvironment(platform.database, {
    workspaceId,
    environmentId,
    workspaceName: "Demo workspace",
    environmentName: name,
    provider: { kind: "folder", root },
  });
  const [identity] = await folderIdentities(root);
  if (identity !== undefined) await pinIdentity(platform.database, scope, identity);
  await runToEnd(platform, scope, { type: "environment.snapshot.capture", input: {}, signal });
}

/** Released once, from the first month. */
async function agreedBaseline(
  { database }: Platform,
  scope: RunScope,
  { customer }: DemoCustomer,
): Promise<string> {
  const name = `${customer.name}: agreed state`;
  const known = (await listBaselines(database, scope.workspaceId)).find(
    (baseline) => baseline.name === name,
  );
  if (known !== undefined) return known.baselineId;
  const source = await readSnapshotSource(database, scope, null);
  if (source === null) throw new Error("The demo's first snapshot is gone.");
  const release = await releaseBaseline(database, {
    workspaceId: scope.workspaceId,
    name,
    source,
    rules: {
      mode: "exact",
      severity: null,
      withAssignments: true,
      excludedPaths: [],
      rationale: "Agreed with the customer when the environment was taken over.",
    },
    releasedBy: "Demo data",
  });
  if (release.kind === "refused") throw new Error("Nothing can be expected of the demo.");
  return release.version.baselineId;
}
