import { ACCESS_TEXTS_EN } from "./members/access-texts-en.ts";
import { ENVIRONMENT_TEXTS_EN } from "./environments/environment-texts-en.ts";
import { PACK_TEXTS_EN } from "./packs/pack-texts-en.ts";
import { REVIEW_TEXTS_EN } from "./reviews/review-texts-en.ts";
import { SNAPSHOT_TEXTS_EN } from "./snapshots/snapshot-texts-en.ts";

/** Every text of the platform's screens in ICU MessageFormat. */
export const TEXTS_EN = {
  ...ENVIRONMENT_TEXTS_EN,
  ...SNAPSHOT_TEXTS_EN,
  ...REVIEW_TEXTS_EN,
  ...ACCESS_TEXTS_EN,
  ...PACK_TEXTS_EN,
} as const;
