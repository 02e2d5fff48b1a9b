/** How `platform import` and `platform snapshot capture` ask for a snapshot. */
export const CAPTURE = {
  type: "environment.snapshot.capture",
  input: {},
  artifactKey: "snapshot_id",
} as const;
