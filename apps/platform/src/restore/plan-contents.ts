import type { SqlExecutor, WorkspaceId } from "settled";
import { canonicalJson } from "../normal-form/canonical-json.ts";
import type { JsonArray, JsonObject } from "../normal-form/json-value.ts";
import type { PolicyMeta } from "../normal-form/meta-of.ts";
import { type Blob, findBlobs } from "../store/blob.ts";
import { type DesiredState, hashesOf, type StateHashes } from "./desired-state.ts";

/** The contents of a plan as they are kept: each part under its own hash, so that a part that is known costs nothing. */
export function blobsOfStates(states: readonly DesiredState[]): readonly Blob[] {
  return states.flatMap((state) => {
    const hashes = hashesOf(state);
    const blob = (hash: string, text: string): Blob => ({ hash, bytes: Buffer.from(text, "utf8") });
    return [
      blob(hashes.content, canonicalJson(state.content)),
      blob(hashes.meta, canonicalJson({ ...state.meta })),
      ...(state.assignment === null || hashes.assignment === null
        ? []
        : [blob(hashes.assignment, canonicalJson(state.assignment))]),
    ];
  });
}

/** Answers the state of any of the given hashes. Throws where a part is gone: nothing is made up for it. */
export async function readStates(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  wanted: readonly StateHashes[],
): Promise<(hashes: StateHashes) => DesiredState> {
  const names = wanted.flatMap((hashes) =>
    [hashes.content, hashes.meta, hashes.assignment].filter((hash) => hash !== null),
  );
  const blobs = await findBlobs(on, workspaceId, names);
  const part = (hash: string): unknown => {
    const bytes = blobs.get(hash);
    if (bytes === undefined) throw new Error("A content that the plan names is gone.");
    return JSON.parse(bytes.toString("utf8"));
  };
  return ({ content, meta, assignment }) => ({
    content: part(content) as JsonObject,
    meta: part(meta) as PolicyMeta,
    assignment: assignment === null ? null : (part(assignment) as JsonArray),
  });
}
