import type { OperationRun, RunScope, SqlExecutor } from "settled";
import { listDispositionsInForce } from "../store/disposition-store.ts";
import { listPins } from "../store/pin-store.ts";
import {
  findManifest,
  freezeManifest,
  type FrozenManifest,
  readMoment,
} from "../store/review-manifest-store.ts";
import type { ComposeInput } from "./compose-input.ts";
import { gatherInputs } from "./found-inputs.ts";
import { decisionsHash, freezeDecisions, type FrozenDecisions } from "./frozen-decisions.ts";
import { reviewBlocker } from "./review-blocker.ts";
import { lineageKey, reviewFingerprint, reviewInputs, RULESET_HASH } from "./review-inputs.ts";

export type FrozenInputs =
  | { readonly kind: "frozen"; readonly manifest: FrozenManifest }
  | { readonly kind: "blocked"; readonly because: string }
  /** An earlier attempt froze them under the rules of another release. */
  | { readonly kind: "rules_changed" };

/** Freezes everything that the document will be a function of. A later attempt of the run finds the same. */
export async function freezeInputs(
  on: SqlExecutor,
  run: OperationRun,
  input: ComposeInput,
): Promise<FrozenInputs> {
  const { workspaceId, environmentId } = run;
  const place = { workspaceId, environmentId, runId: run.id };
  const earlier = await findManifest(on, place);
  if (earlier !== null) return asFrozen(earlier);
  const found = await gatherInputs(on, run, input);
  const because = reviewBlocker(found);
  if (because !== null) return { kind: "blocked", because };
  const { environment, snapshot, baseline } = found;
  if (environment === null || snapshot === null) throw new Error("A blocker was passed over.");
  const asOf = await readMoment(on);
  const baselineId = baseline?.baselineId ?? null;
  const decisions = await decisionsAt(on, run, { baselineId, asOf });
  const inputs = reviewInputs({
    workspaceId,
    environmentId: environment.environmentId,
    snapshotHash: snapshot.snapshotHash,
    baselineVersionHash: baseline?.versionHash ?? null,
    decisionsHash: decisionsHash(decisions),
    periodKey: input.period,
  });
  const manifest = await freezeManifest(on, place, {
    inputs,
    fingerprint: reviewFingerprint(inputs),
    lineageKey: lineageKey(inputs, baselineId),
    snapshotId: snapshot.snapshotId,
    baselineId,
    baselineVersion: baseline?.version ?? null,
    decisions,
    asOf,
  });
  return asFrozen(manifest);
}

/** What people had decided about an environment, compared with a baseline, at an instant. */
export async function decisionsAt(
  on: SqlExecutor,
  scope: RunScope,
  at: { readonly baselineId: string | null; readonly asOf: Date },
): Promise<FrozenDecisions> {
  const dispositions = await listDispositionsInForce(on, scope, at.baselineId, at.asOf);
  const pins = at.baselineId === null ? [] : await listPins(on, scope, at.baselineId);
  return freezeDecisions(dispositions, pins);
}

function asFrozen(manifest: FrozenManifest): FrozenInputs {
  const sameRules = manifest.inputs.ruleset_hash === RULESET_HASH;
  return sameRules ? { kind: "frozen", manifest } : { kind: "rules_changed" };
}
