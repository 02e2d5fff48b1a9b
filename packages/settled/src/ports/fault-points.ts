/** Where the library may be made to break, in the order of a run's life. Each is a test of the fault suite. */
export const FAULT_POINTS = [
  "start.before_insert",
  "start.after_insert",
  "start.before_commit",
  "start.after_commit",
  "track.before_begin",
  "track.after_begin",
  "track.after_handler",
  "commit.before_work",
  "commit.after_work",
  "commit.after_finish",
  "finish.before_write",
  "finish.after_write",
  "sweep.after_claim",
  "reconcile.before_gather",
  "reconcile.after_gather",
  "reconcile.before_write",
  "reconcile.after_write",
  "webhook.before_feed_commit",
  "webhook.after_feed",
  "webhook.before_hand_over_commit",
  "webhook.before_send",
  "webhook.after_send",
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** Does nothing in production; a test makes it throw, wait or end the process. Hosts may name own points. */
export interface FaultPoints {
  reach(point: FaultPoint | (string & {}), runId?: string): Promise<void>;
}

export const NO_FAULTS: FaultPoints = { reach: () => Promise.resolve() };
