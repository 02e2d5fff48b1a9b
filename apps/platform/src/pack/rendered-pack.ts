import type { PackMake } from "./pack-fingerprint.ts";
import type { PackProfile } from "./pack-profile.ts";
import type { StoredFile } from "./review-pack.ts";

/** What came of one profile, before it is kept. */
export type RenderedPack = { readonly profile: PackProfile; readonly make: PackMake } & (
  | { readonly kind: "rendered"; readonly files: readonly StoredFile[] }
  | {
      readonly kind: "failed";
      readonly failure: "render_failed" | "too_large";
      readonly detail: string;
    }
);
