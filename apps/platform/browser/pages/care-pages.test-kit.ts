import { openDialog } from "./open-dialog.test-kit.ts";
import { PAGE_STATES, type ShownPage } from "./shown-page.test-kit.ts";

const inWorkspace = (page: string, search = "") => ({
  route: `/workspaces/$workspace${page}`,
  path: `/workspaces/{workspace}${page}${search}`,
});
const AUDIT = inWorkspace("/audit");
const MEMBERS = inWorkspace("/members");
const TOKENS = inWorkspace("/tokens");
const WEBHOOKS = inWorkspace("/webhooks");
const webhook = (place: string) => ({
  route: "/workspaces/$workspace/webhooks/$webhook",
  path: `/workspaces/{workspace}/webhooks/{${place}}`,
});

/** What cares for a workspace: who is in it, who is told, who works, and what was done. */
export const CARE_PAGES: readonly ShownPage[] = [
  { ...AUDIT, name: "audit", states: PAGE_STATES },
  { ...AUDIT, name: "audit-none-at-all", answers: { "/audit": { entries: [], next: null } } },
  { ...inWorkspace("/audit", "?action=no.such"), name: "audit-nothing-fits" },
  { ...AUDIT, name: "audit-of-viewer", as: "viewer", meets: "forbidden" },

  { ...MEMBERS, name: "members", states: PAGE_STATES },
  { ...MEMBERS, name: "members-none-at-all", answers: { "/members": { members: [] } } },
  { ...MEMBERS, name: "members-of-viewer", as: "viewer", meets: "forbidden" },
  { ...MEMBERS, name: "members-add", prepare: (page) => openDialog(page, "Add somebody") },
  { ...MEMBERS, name: "members-change", prepare: (page) => openDialog(page, /^Change/) },
  { ...MEMBERS, name: "members-remove", prepare: (page) => openDialog(page, /^Remove/) },

  { ...TOKENS, name: "tokens", states: PAGE_STATES },
  { ...TOKENS, name: "tokens-none-at-all", answers: { "/tokens": { tokens: [] } } },
  { ...TOKENS, name: "tokens-create", prepare: (page) => openDialog(page, "Make a token") },
  { ...TOKENS, name: "tokens-revoke", prepare: (page) => openDialog(page, /^Revoke/) },

  // A host without webhooks has no such address: that is said, and is no problem.
  { ...WEBHOOKS, name: "webhooks", states: PAGE_STATES, tellsItself: ["not_found"] },
  { ...WEBHOOKS, name: "webhooks-none-at-all", answers: { "/webhooks": { webhooks: [] } } },
  { ...WEBHOOKS, name: "webhooks-add", prepare: (page) => openDialog(page, "Add an endpoint") },
  { ...webhook("webhook"), name: "webhook", states: PAGE_STATES },
  { ...webhook("disabled_webhook"), name: "webhook-disabled" },
  { ...webhook("webhook"), name: "webhook-change", prepare: (page) => openDialog(page, "Change") },

  { ...inWorkspace("/operations"), name: "catalog", states: PAGE_STATES },
  {
    ...inWorkspace("/operations"),
    name: "catalog-none-at-all",
    answers: { "/operations": { operations: [] } },
  },
  { ...inWorkspace("/workers"), name: "workers", states: PAGE_STATES },
  {
    ...inWorkspace("/workers"),
    name: "workers-none-at-all",
    answers: { "/workers": { workers: [], last_sweep_at: null } },
  },
  {
    ...inWorkspace("/workers"),
    name: "workers-unknown",
    answers: { "/workers": { workers: null, last_sweep_at: null } },
  },
];
