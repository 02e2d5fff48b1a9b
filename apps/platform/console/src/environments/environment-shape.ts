import type { z } from "zod";
import type { EnvironmentJson } from "../../../src/server/api/environment-json.ts";
import type { LISTED_SNAPSHOT_JSON } from "../../../src/server/api/snapshot-json.ts";
import type { baselineLineJson } from "../../../src/baseline/baseline-json.ts";
import type { reviewLineJson } from "../../../src/server/platform-json.ts";

export type Environment = Readonly<EnvironmentJson>;
export type ReviewLine = ReturnType<typeof reviewLineJson>;
export type SnapshotLine = z.output<typeof LISTED_SNAPSHOT_JSON>;
export type BaselineLine = ReturnType<typeof baselineLineJson>;

/** A page of a list under its name; `next` is the path of the page behind it. */
export type Page<Name extends string, Entry> = Readonly<Record<Name, readonly Entry[]>> & {
  readonly next: string | null;
};
