import { PAGE_STATES, type PageState, type ShownPage } from "./shown-page.test-kit.ts";

const HOME = { route: "/workspaces/$workspace", path: "/workspaces/{workspace}" };
const SETTINGS = {
  route: "/workspaces/$workspace/settings",
  path: "/workspaces/{workspace}/settings",
};
/** Who is signed in is known or is not; it is nobody's to hide. */
const OF_ONESELF: readonly PageState[] = ["shown", "loading", "offline", "fault"];

/** Where one arrives, one's own screen, and what the frame of every page opens. */
export const FRAME_PAGES: readonly ShownPage[] = [
  { name: "workspaces", route: "/", path: "/", states: PAGE_STATES },
  {
    name: "workspaces-none",
    route: "/",
    path: "/",
    answers: { "/workspaces": { workspaces: [] } },
  },
  { ...HOME, name: "home", states: OF_ONESELF, needsMe: true },
  { ...HOME, name: "home-of-customer", as: "customer" },
  { ...HOME, name: "nowhere", path: "/workspaces/{workspace}/nowhere", meets: "not_found" },

  { ...SETTINGS, name: "settings", states: OF_ONESELF, needsMe: true },
  { ...SETTINGS, name: "settings-of-viewer", as: "viewer" },
  {
    name: "settings-anywhere",
    route: "/settings",
    path: "/settings",
    states: OF_ONESELF,
    needsMe: true,
  },
  {
    ...SETTINGS,
    name: "menu-display",
    async prepare(page) {
      await page.getByRole("button", { name: "Display settings" }).click();
      await page.locator(":popover-open").getByText("Theme").waitFor();
    },
  },
  {
    ...SETTINGS,
    name: "menu-user",
    async prepare(page) {
      await page.getByRole("button", { name: /^Signed in as/ }).click();
      await page.getByRole("button", { name: "Keys" }).waitFor();
    },
  },
  {
    ...SETTINGS,
    name: "menu-workspaces",
    needs: "other_workspace",
    async prepare(page) {
      await page.getByRole("button", { name: /^Workspace .* go to another one$/ }).click();
    },
  },
  {
    ...SETTINGS,
    name: "keys",
    async prepare(page) {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    },
  },
  {
    ...SETTINGS,
    name: "palette",
    async prepare(page) {
      await page.keyboard.press("Control+k");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    ...SETTINGS,
    name: "palette-nothing-fits",
    async prepare(page) {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").getByRole("combobox").fill("qqqqq");
      await page.getByText("Nothing fits.").waitFor();
    },
  },
  {
    ...SETTINGS,
    name: "drawer",
    onlyNarrow: true,
    async prepare(page) {
      await page.getByRole("button", { name: "Pages" }).click();
      await page.getByRole("dialog").getByRole("link").first().waitFor();
    },
  },
];
