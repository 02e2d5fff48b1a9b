import { PAGE_STATES, type ShownPage } from "./shown-page.test-kit.ts";

const RUNS = "/workspaces/$workspace/runs";
const RUN = "/workspaces/$workspace/runs/$run";
const ENVIRONMENTS = "/workspaces/$workspace/environments";

/** Every page of the console in every state: what is looked at, swept for barriers and attacked. One line is one look. */
export const CONSOLE_PAGES: readonly ShownPage[] = [
  { name: "workspaces", route: "/", path: "/", states: PAGE_STATES },

  { name: "runs", route: RUNS, path: "/workspaces/{workspace}/runs?view=all", states: PAGE_STATES },
  { name: "runs-home", route: RUNS, path: "/workspaces/{workspace}/runs" },
  { name: "runs-active", route: RUNS, path: "/workspaces/{workspace}/runs?view=active" },
  { name: "runs-reconciled", route: RUNS, path: "/workspaces/{workspace}/runs?view=reconciled" },
  {
    name: "runs-none-at-all",
    route: RUNS,
    path: "/workspaces/{workspace}/runs?view=all",
    answers: { "/runs": { runs: [], next: null } },
  },
  {
    name: "runs-nothing-fits",
    route: RUNS,
    path: "/workspaces/{workspace}/runs?view=all&q=until%3A2001-01-01",
  },
  {
    name: "runs-unknown-filter",
    route: RUNS,
    path: "/workspaces/{workspace}/runs?view=all&q=colour%3Ared",
  },
  {
    name: "runs-selected",
    route: RUNS,
    path: "/workspaces/{workspace}/runs?view=all",
    async prepare(page) {
      await page.locator("tbody input[type=checkbox]").first().check();
    },
  },
  {
    name: "runs-of-viewer",
    route: RUNS,
    path: "/workspaces/{workspace}/runs?view=all",
    as: "viewer",
  },

  { name: "run", route: RUN, path: "/workspaces/{workspace}/runs/{run}", states: PAGE_STATES },
  { name: "run-reconciled", route: RUN, path: "/workspaces/{workspace}/runs/{reconciled_run}" },
  { name: "run-blocked", route: RUN, path: "/workspaces/{workspace}/runs/{blocked_run}" },
  { name: "run-doubtful", route: RUN, path: "/workspaces/{workspace}/runs/{doubtful_run}" },
  { name: "run-failed", route: RUN, path: "/workspaces/{workspace}/runs/{failed_run}" },
  { name: "run-active", route: RUN, path: "/workspaces/{workspace}/runs/{active_run}" },
  { name: "run-of-restore", route: RUN, path: "/workspaces/{workspace}/runs/{restore_run}" },
  {
    name: "run-of-viewer",
    route: RUN,
    path: "/workspaces/{workspace}/runs/{reconciled_run}",
    as: "viewer",
  },

  {
    name: "environments",
    route: ENVIRONMENTS,
    path: "/workspaces/{workspace}/environments",
    states: PAGE_STATES,
  },
  {
    name: "environments-none-at-all",
    route: ENVIRONMENTS,
    path: "/workspaces/{workspace}/environments",
    answers: { "/environments": { environments: [], next: null } },
  },
];
