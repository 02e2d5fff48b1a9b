import type { RunId } from "settled";

interface Place {
  readonly workspaceId: string;
  readonly environmentId: string | null;
}

export function workspacePath(workspaceId: string): string {
  return `/workspaces/${encodeURIComponent(workspaceId)}`;
}

export function environmentPath({ workspaceId, environmentId }: Place): string {
  return `${workspacePath(workspaceId)}/environments/${encodeURIComponent(environmentId ?? "")}`;
}

export function reviewPath(place: Place, reviewId: string): string {
  return `${environmentPath(place)}/reviews/${reviewId}`;
}

export function snapshotPath(place: Place, snapshotId: string): string {
  return `${environmentPath(place)}/snapshots/${snapshotId}`;
}

export function runPath({ workspaceId }: Place, runId: RunId): string {
  return `${workspacePath(workspaceId)}/runs/${runId}`;
}

/** The runs of one environment. */
export function runsPath({ workspaceId, environmentId }: Place): string {
  return `${workspacePath(workspaceId)}/runs?environment=${encodeURIComponent(environmentId ?? "")}`;
}

export function restorePath(place: Place, restoreId: string): string {
  return `${environmentPath(place)}/restores/${restoreId}`;
}

export function packsPath(place: Place): string {
  return `${environmentPath(place)}/packs`;
}

export function packPath(place: Place, packId: string): string {
  return `${packsPath(place)}/${packId}`;
}

/** `zip` is the file with all the others. */
export function packFilePath(place: Place, packId: string, file: string): string {
  return `${packPath(place, packId)}/files/${encodeURIComponent(file)}`;
}

export function reviewPacksPath(place: Place, reviewId: string): string {
  return `${reviewPath(place, reviewId)}/packs`;
}
