/** What a process depends on, beside a database that answers. Names no workspace and nothing of its runs. */
export interface Surroundings {
  /** Of this release, not yet applied. */
  readonly pendingMigrations: number;
  readonly liveWorkers: number;
  /** Since a living worker last looked for due runs; null = none of them sweeps. */
  readonly sweptAgoMs: number | null;
}
