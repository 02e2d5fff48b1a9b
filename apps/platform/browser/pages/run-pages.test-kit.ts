import { openDialog, chooseInMenu, dialogOf } from "./open-dialog.test-kit.ts";
import { PAGE_STATES, type ShownPage } from "./shown-page.test-kit.ts";

const LIST = {
  route: "/workspaces/$workspace/runs",
  path: "/workspaces/{workspace}/runs?view=all",
};
const SELECTED = "tbody input[type=checkbox]";
const below = (search: string) => ({ ...LIST, path: `/workspaces/{workspace}/runs${search}` });
const run = (place: string) => ({
  route: "/workspaces/$workspace/runs/$run",
  path: `/workspaces/{workspace}/runs/{${place}}`,
});

/** The lists of runs, and one run in every way in which it can stand. */
export const RUN_PAGES: readonly ShownPage[] = [
  { ...LIST, name: "runs", states: PAGE_STATES },
  { ...below(""), name: "runs-home" },
  { ...below("?view=active"), name: "runs-active" },
  { ...below("?view=reconciled"), name: "runs-reconciled" },
  { ...LIST, name: "runs-none-at-all", answers: { "/runs": { runs: [], next: null } } },
  {
    ...below("?view=active"),
    name: "runs-none-active",
    answers: { "/runs": { runs: [], next: null } },
  },
  { ...below("?view=all&q=until%3A2001-01-01"), name: "runs-nothing-fits" },
  { ...below("?view=all&q=colour%3Ared"), name: "runs-unknown-filter" },
  {
    ...LIST,
    name: "runs-selected",
    async prepare(page) {
      await page.locator(SELECTED).first().check();
    },
  },
  {
    ...LIST,
    name: "runs-bulk-forecast",
    async prepare(page) {
      await page.locator(SELECTED).first().check();
      await openDialog(page, "Check now");
      await dialogOf(page)
        .getByText(/It would be done to|There is nothing here/)
        .waitFor();
    },
  },
  {
    ...LIST,
    name: "runs-search-completed",
    async prepare(page) {
      await page.getByRole("combobox").fill("outcome:");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    ...LIST,
    name: "runs-columns",
    async prepare(page) {
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("menuitemcheckbox").first().waitFor();
    },
  },
  {
    ...LIST,
    name: "runs-save-view",
    prepare: (page) => chooseInMenu(page, "Saved views", "Save this view …"),
  },
  {
    ...LIST,
    name: "runs-manage-views",
    prepare: (page) => chooseInMenu(page, "Saved views", "Rename, share, remove …"),
  },
  { ...LIST, name: "runs-of-viewer", as: "viewer" },

  { ...run("run"), name: "run", states: PAGE_STATES },
  { ...run("reconciled_run"), name: "run-reconciled" },
  { ...run("blocked_run"), name: "run-blocked" },
  { ...run("doubtful_run"), name: "run-doubtful" },
  { ...run("failed_run"), name: "run-failed" },
  { ...run("cancelled_run"), name: "run-cancelled" },
  { ...run("active_run"), name: "run-active" },
  { ...run("restore_run"), name: "run-of-restore" },
  { ...run("reconciled_run"), name: "run-of-viewer", as: "viewer" },
  {
    ...run("doubtful_run"),
    name: "run-settle-by-hand",
    prepare: (page) => openDialog(page, "Settle by hand"),
  },
  {
    ...run("failed_run"),
    name: "run-again",
    async prepare(page) {
      await openDialog(page, "Run again");
      await dialogOf(page)
        .getByText("Looked at just now")
        .or(dialogOf(page).getByText("What is recorded is not"))
        .first()
        .waitFor();
    },
  },
  { ...run("active_run"), name: "run-cancel", prepare: (page) => openDialog(page, "Cancel") },
];
