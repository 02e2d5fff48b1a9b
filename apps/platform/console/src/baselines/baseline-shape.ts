import type { z } from "zod";
import type { baselineVersionJson, versionLineJson } from "../../../src/baseline/baseline-json.ts";
import type { PIN_JSON } from "../../../src/server/api/baseline-schemas.ts";

export type BaselineVersion = ReturnType<typeof baselineVersionJson>;
export type BaselineEntry = BaselineVersion["entries"][number];
export type VersionLine = ReturnType<typeof versionLineJson>;
export type Pin = z.output<typeof PIN_JSON>;
