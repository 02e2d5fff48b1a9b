import type { RunResult, TrackedRun } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { putBlobs } from "../store/blob.ts";
import { noteComposedDocument } from "../store/review-manifest-store.ts";
import { composeFromManifest } from "./compose-from-manifest.ts";
import type { ComposeInput } from "./compose-input.ts";
import { extendLineage } from "./extend-lineage.ts";
import { freezeInputs } from "./freeze-inputs.ts";
import { documentBlob } from "./stored-document.ts";

const STEPS = 3;

/**
 * Freezes the inputs, computes the document, keeps it, then puts the review at the head of its lineage. Whatever dies
 * in between leaves either a review that bears the run, or nothing that anybody would take for one.
 */
export async function composeReview(
  parts: PlatformParts,
  tracked: TrackedRun<ComposeInput>,
): Promise<RunResult> {
  const { run, signal } = tracked;
  const { database, faults } = parts;
  await faults.reach("compose.before_manifest", run.id);
  const frozen = await freezeInputs(database, run, tracked.input);
  if (frozen.kind === "blocked") return { outcome: "blocked", reason: frozen.because };
  if (frozen.kind === "rules_changed") return { outcome: "failed", reason: "rules_changed" };
  const { manifest } = frozen;
  await faults.reach("compose.after_manifest", run.id);
  await tracked.progress({ done: 1, total: STEPS, message: "inputs frozen" });
  const document = await composeFromManifest(database, run, manifest);
  const blob = documentBlob(document);
  signal.throwIfAborted();
  await tracked.progress({ done: 2, total: STEPS, message: "document composed" });
  await putBlobs(database, run.workspaceId, [blob]);
  const place = { workspaceId: run.workspaceId, environmentId: run.environmentId, runId: run.id };
  await noteComposedDocument(database, place, blob.hash);
  await faults.reach("compose.after_blobs", run.id);
  signal.throwIfAborted();
  const result = await extendLineage(parts, tracked, { manifest, document, blob });
  await faults.reach("compose.after_commit", run.id);
  await tracked.progress({ done: STEPS, total: STEPS, message: "review kept" });
  return result;
}
