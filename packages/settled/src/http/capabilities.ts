/** What the library asks of an actor about runs and their workers: the whole list. What starts an operation, the operation says itself. */
export const RUN_CAPABILITIES = [
  "runs.view",
  "runs.detail",
  "runs.cancel",
  "runs.reconcile",
  "runs.rerun",
  "runs.resolve",
  "workers.view",
] as const;
export type RunCapability = (typeof RUN_CAPABILITIES)[number];

/** What an actor needs to read runs, and to read the technical detail of one. */
export const VIEW_RUNS = "runs.view" satisfies RunCapability;
export const VIEW_RUN_DETAIL = "runs.detail" satisfies RunCapability;

/** What an actor needs to say which saved views everybody has. */
export const SHARE_VIEWS = "views.share";
/** What an actor needs to see who works: it belongs to a workspace as a whole. */
export const VIEW_WORKERS = "workers.view" satisfies RunCapability;

/** What an actor needs to read what was done, by whom and why. */
export const VIEW_AUDIT = "audit.view";
