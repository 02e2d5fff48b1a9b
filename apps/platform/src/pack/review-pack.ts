import type { RunId } from "settled";
import type { PackMake } from "./pack-fingerprint.ts";
import type { PackProfile } from "./pack-profile.ts";

/** A file as a pack names it; its bytes lie with the workspace's contents. */
export interface StoredFile {
  readonly path: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Revocation {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** A pack stands, could not be rendered, or was taken back. While one is being made, only its run says so. */
export type PackStanding =
  | { readonly status: "ready"; readonly filesHash: string }
  | {
      readonly status: "failed";
      readonly failure: string;
      /** For support, redacted; never shown to operators. */
      readonly detail: string;
    }
  | { readonly status: "revoked"; readonly filesHash: string; readonly revocation: Revocation };

/** One pack as a row. Whether it is stale is derived: its review is not the head of its lineage any more. */
export interface ReviewPack {
  readonly packId: string;
  readonly environmentId: string;
  readonly reviewId: string;
  readonly profile: PackProfile;
  readonly make: PackMake;
  readonly standing: PackStanding;
  readonly renderedByRunId: RunId;
  readonly createdAt: Date;
}

/** What one run answers with. */
export interface PackSet {
  readonly packSetId: string;
  readonly environmentId: string;
  readonly reviewId: string;
  readonly madeByRunId: RunId;
  readonly fingerprint: string;
  readonly status: "ready" | "partial" | "revoked";
  readonly createdAt: Date;
}

/** A profile of a set: its pack, or why there is none. */
export type PackSetMember =
  | { readonly profile: PackProfile; readonly packId: string; readonly missing: null }
  | { readonly profile: PackProfile; readonly packId: null; readonly missing: string };

/** What a run renders, frozen before anything was rendered. */
export interface PackManifest {
  readonly reviewId: string;
  readonly setFingerprint: string;
  readonly packs: readonly { readonly profile: PackProfile; readonly make: PackMake }[];
}
