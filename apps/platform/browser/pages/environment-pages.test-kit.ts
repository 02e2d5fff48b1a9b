import { openDialog } from "./open-dialog.test-kit.ts";
import { PAGE_STATES, type ShownPage } from "./shown-page.test-kit.ts";

const LIST = "/workspaces/$workspace/environments";
const list = (search = "") => ({
  route: LIST,
  path: `/workspaces/{workspace}/environments${search}`,
});
const one = (place = "environment") => ({
  route: `${LIST}/$environment`,
  path: `/workspaces/{workspace}/environments/{${place}}`,
});
const snapshot = (search = "") => ({
  route: `${LIST}/$environment/snapshots/$snapshot`,
  path: `/workspaces/{workspace}/environments/{environment}/snapshots/{snapshot}${search}`,
});
const BASELINE = {
  route: `${LIST}/$environment/baselines/$baseline`,
  path: "/workspaces/{workspace}/environments/{environment}/baselines/{baseline}",
};

/** The environments, and what was read of one and what is expected of it. */
export const ENVIRONMENT_PAGES: readonly ShownPage[] = [
  { ...list(), name: "environments", states: PAGE_STATES },
  {
    ...list(),
    name: "environments-none-at-all",
    answers: { "/environments": { environments: [], next: null } },
  },
  { ...list("?q=nobody"), name: "environments-nothing-fits" },
  { ...list("?show=open"), name: "environments-with-open" },
  { ...list(), name: "environments-of-viewer", as: "viewer" },
  { ...list(), name: "environments-of-customer", as: "customer", meets: "forbidden" },

  { ...one(), name: "environment", states: PAGE_STATES },
  { ...one("bare_environment"), name: "environment-bare" },
  { ...one(), name: "environment-of-viewer", as: "viewer" },
  {
    ...one(),
    name: "environment-lists-broken",
    broken: ["/reviews", "/snapshots", "/restores", "/baselines"],
    meets: "fault",
  },
  {
    ...one(),
    name: "environment-capture",
    prepare: (page) => openDialog(page, "Capture snapshot"),
  },
  { ...one(), name: "environment-compose", prepare: (page) => openDialog(page, "Compose review") },
  { ...one(), name: "environment-state", prepare: (page) => openDialog(page, "Change state") },

  { ...snapshot(), name: "snapshot", states: PAGE_STATES },
  { ...snapshot("?state=ambiguous&type=nothing"), name: "snapshot-nothing-fits" },
  { ...snapshot(), name: "snapshot-of-viewer", as: "viewer" },

  { ...BASELINE, name: "baseline", states: PAGE_STATES },
  { ...BASELINE, name: "baseline-of-viewer", as: "viewer" },
];
