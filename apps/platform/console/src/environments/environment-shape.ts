import type { EnvironmentJson } from "../../../src/server/api/environment-json.ts";
import type { baselineLineJson } from "../../../src/baseline/baseline-json.ts";
import type { reviewLineJson, snapshotLineJson } from "../../../src/server/platform-json.ts";

export type Environment = Readonly<EnvironmentJson>;
export type ReviewLine = ReturnType<typeof reviewLineJson>;
export type SnapshotLine = ReturnType<typeof snapshotLineJson>;
export type BaselineLine = ReturnType<typeof baselineLineJson>;

/** A page of a list under its name; `next` is the path of the page behind it. */
export type Page<Name extends string, Entry> = Readonly<Record<Name, readonly Entry[]>> & {
  readonly next: string | null;
};
