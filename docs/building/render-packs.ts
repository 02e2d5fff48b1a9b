// The example of write-an-adapter.md, compiled with everything else so that the page stays true.
import {
  type ArtifactDefinition,
  asEnvironmentId,
  asRunId,
  asWorkspaceId,
  defineOperation,
  type OperationInput,
  type ReconciliationAdapter,
  type SqlExecutor,
  type TrackedRun,
} from "settled";

interface PackInput {
  readonly review_id: string;
}

interface PackRow {
  readonly id: string;
  readonly workspace_id: string;
  readonly environment_id: string;
  readonly rendered_by_run_id: string;
  readonly review_id: string;
  readonly pages: number;
  readonly pages_expected: number;
}

declare const packInput: OperationInput<PackInput, unknown>["input"];
declare function renderPages(reviewId: string, signal: AbortSignal): Promise<readonly Uint8Array[]>;
declare function insertPack(tx: SqlExecutor, pack: object): Promise<{ readonly id: string }>;

export const PACK: ArtifactDefinition = {
  type: "review_pack",
  label: "Review pack",
  async find(truth, id) {
    const [pack] = await truth.query<PackRow>(
      "select * from packs where workspace_id = $1 and id::text = $2",
      [truth.scope.workspaceId, id],
    );
    if (pack === undefined) return null;
    return {
      workspaceId: asWorkspaceId(pack.workspace_id),
      environmentId: asEnvironmentId(pack.environment_id),
      title: `Pack of review ${pack.review_id}`,
      madeByRunId: asRunId(pack.rendered_by_run_id),
      complete: pack.pages === pack.pages_expected,
      state: "rendered",
    };
  },
  href: ({ workspaceId, environmentId }, id) =>
    `/workspaces/${workspaceId}/environments/${environmentId}/packs/${id}`,
};

export const PACK_ADAPTER: ReconciliationAdapter<readonly PackRow[]> = {
  name: "review-pack",

  gather: (run, truth) =>
    truth.query<PackRow>(
      `select * from packs
       where workspace_id = $1 and environment_id = $2 and rendered_by_run_id = $3`,
      [run.workspaceId, run.environmentId, run.id],
    ),

  decide(_run, packs) {
    const [pack, second] = packs;
    if (pack === undefined) {
      const detail = "No pack of this environment was rendered by this run.";
      const checks = [{ check: "pack_exists", passed: false, detail }];
      return { decision: "failed", reason: "nothing_produced", checks };
    }
    if (second !== undefined) {
      const detail = `${packs.length} packs bear this run.`;
      const checks = [{ check: "one_pack", passed: false, detail }];
      const candidates = packs.map(({ id }) => ({ type: PACK.type, id }));
      return { decision: "attention_required", reason: "ambiguous", candidates, checks };
    }
    const complete = pack.pages === pack.pages_expected;
    const detail = `It has ${pack.pages} of ${pack.pages_expected} pages.`;
    return {
      decision: "succeeded",
      reason: "pack_rendered",
      related: { type: PACK.type, id: pack.id },
      proof: { madeBy: "this_run", inScope: true, complete },
      checks: [{ check: "pack_has_all_pages", passed: complete, detail }],
    };
  },
};

async function renderPack({ run, input, signal, commit }: TrackedRun<PackInput>): Promise<void> {
  const pages = await renderPages(input.review_id, signal);
  await commit(async (tx) => {
    const { workspaceId, environmentId, id: runId } = run;
    const { review_id: reviewId } = input;
    const pack = await insertPack(tx, { workspaceId, environmentId, runId, reviewId, pages });
    return {
      outcome: "succeeded",
      reason: "pack_rendered",
      related: { type: PACK.type, id: pack.id },
    };
  });
}

export const REVIEW_PACK_RENDER = defineOperation({
  type: "review.pack.render",
  label: "Review pack",
  input: packInput,
  identity: ({ review_id }) => ({ review_id }),
  capability: "packs.render",
  queue: { name: "review-packs" },
  repeatable: true,
  handler: renderPack,
  adapter: PACK_ADAPTER,
  artifact: PACK,
  copy: {
    doing: "The review pack is being rendered",
    reasons: {
      pack_rendered: {
        title: "The pack was rendered",
        meaning: "The pack is complete.",
        nextStep: "Open the pack.",
      },
    },
  },
});
