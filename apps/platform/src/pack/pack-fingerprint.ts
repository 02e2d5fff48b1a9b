import { hashOf } from "../normal-form/hash-of.ts";
import type { PackInput } from "./pack-input.ts";

/** Raised whenever the same input would be printed differently. */
export const RENDERER_VERSION = "2";
/** Raised whenever other texts are hidden. */
export const REDACTION_VERSION = "1";
export const PACK_LOCALE = "en";

/** What a pack is made of, as it is kept with the pack. */
export interface PackMake {
  readonly renderer_version: string;
  readonly locale: string;
  readonly redaction_version: string;
  readonly branding_hash: string;
  /** Fingerprint of the review that the changes are counted from; null = no changes are printed. */
  readonly predecessor_fingerprint: string | null;
  readonly pack_fingerprint: string;
}

/** What makes two packs the same pack. */
export function packMake(input: Omit<PackInput, "fingerprint">): PackMake {
  const { review, profile, changes, branding } = input;
  const parts = {
    renderer_version: RENDERER_VERSION,
    locale: PACK_LOCALE,
    redaction_version: REDACTION_VERSION,
    branding_hash: hashOf("branding", { ...branding }),
    predecessor_fingerprint: changes?.predecessor.fingerprint ?? null,
  };
  const { review_id, document_hash, has_predecessor } = review;
  const made = { schema: 1, review_id, document_hash, has_predecessor, profile, ...parts };
  const pack_fingerprint = hashOf("pack", made);
  return { ...parts, pack_fingerprint };
}

/** What makes two requests for packs the same request. */
export function setFingerprint(packFingerprints: readonly string[]): string {
  return hashOf("packset", packFingerprints.toSorted());
}
