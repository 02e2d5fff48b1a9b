import type { Route } from "settled/http";
import type { Platform } from "../../platform.ts";
import { baselineApi } from "./baseline-api.ts";
import { dispositionApi } from "./disposition-api.ts";
import { environmentApi } from "./environment-api.ts";
import { findingApi } from "./finding-api.ts";
import { packApi } from "./pack-api.ts";
import { packSetApi } from "./pack-set-api.ts";
import { pinApi } from "./pin-api.ts";
import { publishedApi } from "./published-api.ts";
import { restoreApi } from "./restore-api.ts";
import { reviewApi } from "./review-api.ts";
import { snapshotApi } from "./snapshot-api.ts";

export interface ResourceOptions {
  /** The folder below which owners may name exports to read; null = none may be named. */
  readonly importRoot: string | null;
}

/** Everything that the platform keeps, over the API. */
export function resourceRoutes(platform: Platform, options: ResourceOptions): readonly Route[] {
  return [
    ...environmentApi(platform, options),
    ...snapshotApi(platform),
    ...baselineApi(platform),
    ...pinApi(platform),
    ...findingApi(platform),
    ...dispositionApi(platform),
    ...reviewApi(platform),
    ...packApi(platform),
    ...packSetApi(platform),
    ...restoreApi(platform),
    ...publishedApi(platform),
  ];
}
