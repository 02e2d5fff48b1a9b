import { createHash } from "node:crypto";
import type { SqlExecutor, WorkspaceId } from "settled";
import { canonicalJson } from "../normal-form/canonical-json.ts";
import type { JsonValue } from "../normal-form/json-value.ts";
import { findBlob } from "../store/blob.ts";
import type { ReviewDocument } from "./review-document.ts";
import type { EnvironmentReview } from "./review.ts";

export interface DocumentBlob {
  readonly hash: string;
  readonly bytes: Buffer;
}

/** The document as it is kept: canonical JSON under the hash of its bytes. */
export function documentBlob(document: ReviewDocument): DocumentBlob {
  // A document is plain JSON by its type; readonly interfaces have no index signature to say so.
  const bytes = Buffer.from(canonicalJson(document as unknown as JsonValue), "utf8");
  return { hash: hashOfBytes(bytes), bytes };
}

/** The document of a review, only if its bytes still have the hash that the review names. */
export async function readDocument(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  review: EnvironmentReview,
): Promise<ReviewDocument | null> {
  const bytes = await findBlob(on, workspaceId, review.documentHash);
  if (bytes === null || hashOfBytes(bytes) !== review.documentHash) return null;
  return JSON.parse(bytes.toString("utf8")) as ReviewDocument;
}

function hashOfBytes(bytes: Buffer): string {
  return `document1:${createHash("sha256").update(bytes).digest("hex")}`;
}
