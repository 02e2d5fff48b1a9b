import type { Page } from "playwright-core";
import { openDialog } from "./open-dialog.test-kit.ts";
import { PAGE_STATES, type ShownPage } from "./shown-page.test-kit.ts";

const ENVIRONMENT = "/workspaces/$workspace/environments/$environment/restores";
const PLACED = "/workspaces/{workspace}/environments/{environment}/restores";
const BARE = "/workspaces/{workspace}/environments/{bare_environment}/restores";
const LIST = { route: ENVIRONMENT, path: PLACED };
const PLAN = { route: `${ENVIRONMENT}/new`, path: `${PLACED}/new` };
const STARTED = `${ENVIRONMENT}/runs/$run`;
const restore = (place: string) => ({
  route: `${ENVIRONMENT}/$restore`,
  path: `${PLACED}/{${place}}`,
});

/** Restores from the plan to what was written, and those that never came so far. */
export const RESTORE_PAGES: readonly ShownPage[] = [
  { ...LIST, name: "restores", states: PAGE_STATES },
  { ...LIST, path: BARE, name: "restores-none-at-all" },
  { ...LIST, name: "restores-of-viewer", as: "viewer" },

  { ...PLAN, name: "restore-plan", states: PAGE_STATES },
  { ...PLAN, path: `${BARE}/new`, name: "restore-plan-no-snapshot" },
  { ...PLAN, name: "restore-plan-shown", prepare: showPlan },
  {
    ...PLAN,
    name: "restore-plan-some",
    async prepare(page) {
      await page.getByLabel("Only some items").check();
      await page.getByRole("searchbox").waitFor();
    },
  },
  {
    ...PLAN,
    name: "restore-confirm",
    async prepare(page) {
      await showPlan(page);
      await openDialog(page, /^Write/);
    },
  },
  { ...PLAN, name: "restore-plan-of-viewer", as: "viewer" },

  { ...restore("restore"), name: "restore", states: PAGE_STATES },
  { ...restore("partial_restore"), name: "restore-partial" },
  { ...restore("partial_restore"), name: "restore-of-viewer", as: "viewer" },
  {
    ...restore("partial_restore"),
    name: "restore-resume",
    prepare: (page) => openDialog(page, "Resume"),
  },
  {
    name: "restore-blocked",
    route: STARTED,
    path: "/workspaces/{workspace}/environments/{blocked_environment}/restores/runs/{blocked_restore_run}",
    states: PAGE_STATES,
  },
];

async function showPlan(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show the plan" }).click();
  await page
    .getByText(/^Would be written/)
    .first()
    .waitFor();
}
