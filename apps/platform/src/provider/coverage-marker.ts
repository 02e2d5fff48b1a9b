import { isJsonArray, isJsonObject } from "../normal-form/json-value.ts";
import type { JsonValue } from "../normal-form/json-value.ts";
import type { ExportLayout } from "./export-layout.ts";
import type { ItemType } from "./policy-type.ts";

const STATUSES = ["partial", "failed", "unlicensed", "unsupported", "excluded"] as const;
type MarkedStatus = (typeof STATUSES)[number];

/** What an export says of types that it could not show whole: `_coverage.json` in its root. */
export interface CoverageMarker {
  readonly types: readonly {
    readonly type: ItemType;
    readonly status: MarkedStatus;
    /** A short code; the words of the export are not repeated. */
    readonly reason: string;
  }[];
}

/** Null where the file is no such statement. A type said to be complete still has to be read whole. */
export function coverageMarkerOf(json: JsonValue, layout: ExportLayout): CoverageMarker | null {
  if (!isJsonObject(json) || json["schema"] !== 1) return null;
  const { types } = json;
  if (types === undefined || !isJsonArray(types)) return null;
  return {
    types: types.flatMap((entry) => {
      if (!isJsonObject(entry)) return [];
      const { type: folder, status } = entry;
      const marked = STATUSES.find((known) => known === status);
      if (typeof folder !== "string" || marked === undefined) return [];
      const type = layout.typeOfFolder(`${folder}/`) ?? (`other:${folder}` as const);
      return [{ type, status: marked, reason: `stated_as_${marked}` }];
    }),
  };
}
