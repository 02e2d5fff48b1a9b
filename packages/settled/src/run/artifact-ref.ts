import { SettledError } from "./settled-error.ts";

/** Names an artifact; normalised by `asArtifactRef`, the only place that does. */
export interface ArtifactRef {
  readonly type: string;
  readonly id: string;
}

const ARTIFACT_TYPE = /^[a-z][a-z0-9_]{0,63}$/;
const ARTIFACT_ID_LENGTH_MAX = 200;

export function isArtifactRef(value: unknown): value is ArtifactRef {
  return tryArtifactRef(value) !== null;
}

/** Trims, lower-cases the type, writes dashes as underscores; refuses what is then still no reference. */
export function asArtifactRef(value: unknown): ArtifactRef {
  const ref = tryArtifactRef(value);
  if (ref !== null) return ref;
  throw new SettledError(
    "invalid_artifact",
    "An artifact reference is { type, id } as short text.",
  );
}

export function tryArtifactRef(value: unknown): ArtifactRef | null {
  if (typeof value !== "object" || value === null) return null;
  const { type, id } = value as { type?: unknown; id?: unknown };
  if (typeof type !== "string" || (typeof id !== "string" && !Number.isFinite(id))) return null;
  const normalType = type.trim().toLowerCase().replaceAll("-", "_");
  const normalId = String(id).trim();
  if (!ARTIFACT_TYPE.test(normalType) || !isPlainId(normalId)) return null;
  return { type: normalType, id: normalId };
}

export function sameArtifact(a: ArtifactRef | null, b: ArtifactRef | null): boolean {
  return a === null || b === null ? a === b : a.type === b.type && a.id === b.id;
}

function isPlainId(id: string): boolean {
  return (
    id.isWellFormed() && id.length > 0 && id.length <= ARTIFACT_ID_LENGTH_MAX && !/\p{Cc}/u.test(id)
  );
}
