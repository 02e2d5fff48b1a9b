import { setTimeout as sleep } from "node:timers/promises";
import { type AnyOperation, defineOperation } from "../packages/settled/src/index.ts";
import type { ArtifactDefinition } from "../packages/settled/src/catalog/artifact-definition.ts";
import type { OperationTimeouts } from "../packages/settled/src/catalog/operation-definition.ts";
import type { ReconciliationAdapter } from "../packages/settled/src/catalog/reconciliation-adapter.ts";
import type { SqlExecutor } from "../packages/settled/src/catalog/sql-executor.ts";
import type { RunResult, TrackedRun } from "../packages/settled/src/catalog/tracked-run.ts";
import type { Database } from "../packages/settled/src/postgres/database.ts";
import type { EnvironmentId, RunId, WorkspaceId } from "../packages/settled/src/run/scope.ts";
import { POISON_ERRORS } from "../packages/settled/src/testing/poison-errors.ts";

/** What a handler does, one step after another. Without a `return` it returns nothing. */
export type ProbeStep =
  | { readonly does: "insert" | "guarded_insert"; readonly id: string }
  /** `nameless` makes the artifact and does not name it. */
  | { readonly does: "commit"; readonly id: string; readonly nameless?: boolean }
  | { readonly does: "throw"; readonly poison?: string }
  /** `deaf` goes on although it was told to stop. */
  | { readonly does: "sleep"; readonly ms: number; readonly deaf?: boolean }
  /** Keeps the event loop to itself. */
  | { readonly does: "spin"; readonly ms: number }
  | { readonly does: "mark"; readonly word: string }
  | { readonly does: "return"; readonly result: RunResult };

export interface ProbeInput {
  /** What makes two starts the same work. */
  readonly key: string;
  readonly steps: readonly ProbeStep[];
}

export type ProbeType = "probe.make" | "probe.again" | "probe.plain";

export interface ProbeParts {
  readonly database: Database;
  readonly timeouts?: Partial<OperationTimeouts>;
  readonly adapter?: ReconciliationAdapter;
  /** All three unless said. */
  readonly types?: readonly ProbeType[];
}

interface ArtifactRow {
  readonly workspace_id: WorkspaceId;
  readonly environment_id: EnvironmentId | null;
  readonly id: string;
  readonly run_id: RunId | null;
  readonly complete: boolean;
}

export const ARTIFACT_TYPE = "probe_artifact";
const FIND = "select * from probe.artifacts where id = $1";
const MADE_BY = "select * from probe.artifacts where run_id = $1 order by id";
const INSERT = `insert into probe.artifacts (workspace_id, environment_id, operation_type, id, run_id)
  values ($1, $2, $3, $4, $5)`;
const MARK = "insert into probe.marks (run_id, attempt, word) values ($1, $2, $3)";

/** The three operations of the small host: with an adapter, repeatable with the same one, and without any. */
export function probeOperations(parts: ProbeParts): readonly AnyOperation[] {
  const { types = ["probe.make", "probe.again", "probe.plain"] } = parts;
  return types.map((type) =>
    defineOperation<ProbeInput>({
      type,
      label: `Probe ${type}`,
      capability: "probes.make",
      input: { "~standard": { version: 1, vendor: "probe", validate: asProbeInput } },
      identity: ({ key }) => ({ key }),
      queue: { name: type },
      repeatable: type === "probe.again",
      copy: { doing: "The probe is being made", reasons: {} },
      handler: (run) => followSteps(parts.database, run),
      ...(parts.timeouts === undefined ? {} : { timeouts: parts.timeouts }),
      ...(type === "probe.plain"
        ? {}
        : { adapter: parts.adapter ?? PROBE_ADAPTER, artifact: PROBE_ARTIFACT }),
    }),
  );
}

const PROBE_ARTIFACT: ArtifactDefinition = {
  type: ARTIFACT_TYPE,
  label: "Probe",
  async find(truth, id) {
    const [row] = await truth.query<ArtifactRow>(FIND, [id]);
    if (row === undefined) return null;
    return {
      workspaceId: row.workspace_id,
      environmentId: row.environment_id,
      title: `Probe ${row.id}`,
      madeByRunId: row.run_id,
      complete: row.complete,
      state: "current",
    };
  },
  href: ({ workspaceId }, id) => `/workspaces/${workspaceId}/probes/${id}`,
};

/** The honest one: what a run made is found by the run's id. */
export const PROBE_ADAPTER: ReconciliationAdapter = {
  name: "probe",
  gather: (run, truth) => truth.query<ArtifactRow>(MADE_BY, [run.id]),
  decide(_run, evidence) {
    const found = (evidence as readonly ArtifactRow[]).map(({ id }) => ({
      type: ARTIFACT_TYPE,
      id,
    }));
    const [related] = found;
    if (related === undefined)
      return { decision: "failed", reason: "nothing_produced", checks: [] };
    if (found.length > 1) {
      return { decision: "attention_required", reason: "ambiguous", checks: [], candidates: found };
    }
    const proof = { madeBy: "this_run", inScope: true, complete: true } as const;
    return { decision: "succeeded", reason: "artifact_complete", checks: [], related, proof };
  },
};

async function followSteps(
  database: Database,
  tracked: TrackedRun<ProbeInput>,
): Promise<RunResult | void> {
  for (const step of tracked.input.steps) {
    if (step.does === "return") return step.result;
    await followStep(database, tracked, step);
  }
}

async function followStep(
  database: Database,
  tracked: TrackedRun<ProbeInput>,
  step: Exclude<ProbeStep, { does: "return" }>,
): Promise<void> {
  const { run, signal, attempt } = tracked;
  const make = (on: SqlExecutor, id: string) =>
    on.executeSql(INSERT, [run.workspaceId, run.environmentId, run.operationType, id, run.id]);
  switch (step.does) {
    case "insert":
      return void (await make(database, step.id));
    case "guarded_insert":
      return database.transaction(async (tx) => {
        await tracked.guard(tx);
        await make(tx, step.id);
      });
    case "commit":
      return tracked.commit(async (tx) => {
        await make(tx, step.id);
        const related = { type: ARTIFACT_TYPE, id: step.id };
        return { outcome: "succeeded", ...(step.nameless === true ? {} : { related }) };
      });
    case "sleep":
      return sleep(step.ms, undefined, step.deaf === true ? {} : { signal });
    case "spin": {
      const untilMs = performance.now() + step.ms;
      while (performance.now() < untilMs);
      return;
    }
    case "mark":
      return void (await database.executeSql(MARK, [run.id, attempt, step.word]));
    case "throw":
      throw POISON_ERRORS[step.poison ?? ""]?.() ?? new Error("The probe broke.");
  }
}

function asProbeInput(value: unknown): { value: ProbeInput } | { issues: { message: string }[] } {
  const { key, steps } = value as Partial<ProbeInput>;
  if (typeof key !== "string" || !Array.isArray(steps)) {
    return { issues: [{ message: "A probe needs a key and steps." }] };
  }
  return { value: { key, steps } };
}
