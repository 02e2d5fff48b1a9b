import type { RunId, RunScope, SqlExecutor } from "settled";
import type { FrozenDecisions } from "../review/frozen-decisions.ts";
import type { ReviewInputs } from "../review/review-inputs.ts";
import { platformSql } from "./platform-sql.ts";

/** What a run composes from, frozen before anything was composed. */
export interface ReviewManifest {
  readonly fingerprint: string;
  readonly lineageKey: string;
  readonly inputs: ReviewInputs;
  readonly snapshotId: string;
  readonly baselineId: string | null;
  readonly baselineVersion: number | null;
  /** The decisions that were in force at `asOf`, by value. */
  readonly decisions: FrozenDecisions;
  readonly asOf: Date;
}

export interface FrozenManifest extends ReviewManifest {
  /** Null until a document was composed from it. */
  readonly documentHash: string | null;
}

interface ManifestRow {
  readonly fingerprint: string;
  readonly lineage_key: string;
  readonly inputs: ReviewInputs;
  readonly snapshot_id: string;
  readonly baseline_id: string | null;
  readonly baseline_version: number | null;
  readonly decisions: FrozenDecisions;
  readonly document_hash: string | null;
  readonly as_of: Date;
}

type RunPlace = RunScope & { readonly runId: RunId };

/** The database's own time, by which everything is frozen. */
export async function readMoment(on: SqlExecutor): Promise<Date> {
  const { rows } = await on.executeSql(platformSql("read-moment"));
  return (rows[0] as { readonly moment: Date }).moment;
}

/** Freezes the manifest of a run, or answers the one that an earlier attempt of it froze. */
export async function freezeManifest(
  on: SqlExecutor,
  place: RunPlace,
  manifest: ReviewManifest,
): Promise<FrozenManifest> {
  await on.executeSql(platformSql("freeze-manifest"), [
    ...keyOf(place),
    manifest.fingerprint,
    manifest.lineageKey,
    JSON.stringify(manifest.inputs),
    manifest.snapshotId,
    manifest.baselineId,
    manifest.baselineVersion,
    JSON.stringify(manifest.decisions),
    manifest.asOf,
  ]);
  const frozen = await findManifest(on, place);
  if (frozen === null) throw new Error("The manifest that was just frozen is gone.");
  return frozen;
}

export async function findManifest(
  on: SqlExecutor,
  place: RunPlace,
): Promise<FrozenManifest | null> {
  const { rows } = await on.executeSql(platformSql("find-manifest"), keyOf(place));
  if (rows.length === 0) return null;
  const row = rows[0] as ManifestRow;
  return {
    fingerprint: row.fingerprint,
    lineageKey: row.lineage_key,
    inputs: row.inputs,
    snapshotId: row.snapshot_id,
    baselineId: row.baseline_id,
    baselineVersion: row.baseline_version,
    decisions: row.decisions,
    documentHash: row.document_hash,
    asOf: row.as_of,
  };
}

/** Notes which document was composed, so that another one under the same fingerprint is seen. */
export async function noteComposedDocument(
  on: SqlExecutor,
  place: RunPlace,
  documentHash: string,
): Promise<void> {
  await on.executeSql(platformSql("note-composed-document"), [...keyOf(place), documentHash]);
}

function keyOf({ workspaceId, environmentId, runId }: RunPlace) {
  return [workspaceId, environmentId, runId];
}
