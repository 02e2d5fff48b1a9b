import { asEnvironmentId, asWorkspaceId, type RunScope } from "settled";
import { readSnapshotSource } from "../../src/baseline/read-baseline-source.ts";
import { releaseBaseline } from "../../src/baseline/release-baseline.ts";
import { runToEnd } from "../../src/demo-data/run-to-end.ts";
import { gatherDrift } from "../../src/drift/gather-drift.ts";
import { PACK_PROFILES } from "../../src/pack/pack-profile.ts";
import type { Platform } from "../../src/platform.ts";
import { insertDisposition } from "../../src/store/disposition-store.ts";
import { ensureEnvironment } from "../../src/store/environment.ts";
import { listReviews } from "../../src/store/review-store.ts";
import { addHostileThings, type HostileThings } from "./add-hostile-things.test-kit.ts";
import { storeHostileLists } from "./hostile-lists.test-kit.ts";
import { type HostileRun, storeHostileRuns } from "./store-hostile-runs.test-kit.ts";
import { writeHostileExport } from "./write-hostile-export.test-kit.ts";

const WORKSPACE = asWorkspaceId("north");
/** In which every text was captured, agreed, decided about, reviewed and packed. */
export const HOSTILE = "hostile";
const SCOPE: RunScope = { workspaceId: WORKSPACE, environmentId: asEnvironmentId(HOSTILE) };

/** Puts each text wherever a person or a tenant can put one; `root` = where the export is kept. */
export async function fillWithHostileTexts(
  platform: Platform,
  texts: readonly string[],
  root: string,
): Promise<HostileThings & { readonly runs: readonly HostileRun[] }> {
  const worker = await platform.settled.work({ concurrency: 2 });
  try {
    await nameEnvironments(platform, texts, root);
    await writeHostileExport(root, texts, 1);
    await run(platform, "environment.snapshot.capture", {});
    const baselineId = await agree(platform, texts);
    await writeHostileExport(root, texts, 2);
    await run(platform, "environment.snapshot.capture", {});
    await decide(platform, texts, baselineId);
    await run(platform, "environment.review.compose", {
      period: "2026-05",
      baseline_id: baselineId,
    });
    const [review] = await listReviews(platform.database, SCOPE);
    if (review === undefined) throw new Error("Nothing was composed of the hostile texts.");
    const input = { review_id: review.reviewId, profiles: [...PACK_PROFILES] };
    await run(platform, "review.pack.render", input);
  } finally {
    await worker.stop();
  }
  const runs = await storeHostileRuns(platform.database, texts);
  const things = await addHostileThings(platform.database);
  await storeHostileLists(platform.database, texts);
  return { ...things, runs };
}

function run(platform: Platform, type: string, input: unknown): Promise<void> {
  return runToEnd(platform, SCOPE, { type, input, signal: AbortSignal.timeout(120_000) });
}

async function nameEnvironments(
  { database }: Platform,
  texts: readonly string[],
  root: string,
): Promise<void> {
  const [first = ""] = texts;
  const named = {
    workspaceId: WORKSPACE,
    workspaceName: first,
    provider: { kind: "folder", root },
  } as const;
  for (const [index, text] of texts.entries()) {
    const environmentId = asEnvironmentId(`attack-${index}`);
    await ensureEnvironment(database, { ...named, environmentId, environmentName: text });
  }
  await ensureEnvironment(database, {
    ...named,
    environmentId: asEnvironmentId(HOSTILE),
    environmentName: first,
  });
}

/** Each text as the name of a baseline, too; the answer is the one of them that is reviewed against. */
async function agree({ database }: Platform, texts: readonly string[]): Promise<string> {
  const source = await readSnapshotSource(database, SCOPE, null);
  if (source === null) throw new Error("The hostile texts were not captured.");
  const ids: string[] = [];
  for (const text of texts) {
    const release = await releaseBaseline(database, {
      workspaceId: WORKSPACE,
      name: text,
      source,
      rules: {
        mode: "exact",
        severity: null,
        withAssignments: true,
        excludedPaths: [text],
        rationale: text,
      },
      releasedBy: text,
    });
    if (release.kind === "released") ids.push(release.version.baselineId);
  }
  const [id] = ids;
  if (id === undefined) throw new Error("Nothing can be agreed of the hostile texts.");
  return id;
}

async function decide(
  { database }: Platform,
  texts: readonly string[],
  baselineId: string,
): Promise<void> {
  const question = { baselineId, version: "newest", snapshotId: null } as const;
  const drift = await gatherDrift(database, SCOPE, question);
  if (drift.kind === "refused") throw new Error("The hostile texts cannot be compared.");
  for (const [index, finding] of drift.report.findings.entries()) {
    const text = texts[index % texts.length] ?? "";
    await insertDisposition(database, SCOPE, {
      baselineId,
      findingKey: finding.finding_key,
      disposition: "accepted",
      actor: text,
      reason: text,
      expiresAt: null,
    });
  }
}
