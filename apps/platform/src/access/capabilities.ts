import { RUN_CAPABILITIES } from "settled/http";

/** Everything that can be asked of an actor, the library's part included. Nothing else is ever granted. */
export const CAPABILITIES = [
  ...RUN_CAPABILITIES,
  "views.share",
  "audit.view",
  "webhooks.manage",
  "environments.view",
  "environments.manage",
  "environments.connect",
  "snapshots.capture",
  "baselines.manage",
  "findings.decide",
  "reviews.compose",
  "reviews.retract",
  "reviews.publish",
  "packs.render",
  "packs.revoke",
  "packs.publish",
  "restores.execute",
  "published.view",
  "workspace.manage",
  "members.view",
  "members.manage",
  "tokens.manage",
] as const;
export type Capability = (typeof CAPABILITIES)[number];
