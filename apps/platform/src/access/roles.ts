import { CAPABILITIES, type Capability } from "./capabilities.ts";

export const ROLES = ["owner", "operator", "viewer", "customer"] as const;
export type Role = (typeof ROLES)[number];

const OF_OWNERS_ALONE: readonly Capability[] = [
  "environments.connect",
  "members.manage",
  "tokens.manage",
  "webhooks.manage",
  "workspace.manage",
];

/** What each role may do: the whole table. A customer sees what was published, and nothing that is internal. */
export const CAPABILITIES_OF: Readonly<Record<Role, readonly Capability[]>> = {
  owner: CAPABILITIES,
  operator: CAPABILITIES.filter((capability) => !OF_OWNERS_ALONE.includes(capability)),
  viewer: ["runs.view", "environments.view", "published.view"],
  customer: ["published.view"],
};
