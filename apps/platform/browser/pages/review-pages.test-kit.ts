import { openDialog } from "./open-dialog.test-kit.ts";
import { PAGE_STATES, type ShownPage } from "./shown-page.test-kit.ts";

const ENVIRONMENT = "/workspaces/$workspace/environments/$environment";
const PLACED = "/workspaces/{workspace}/environments/{environment}";
const review = (place: string, search = "") => ({
  route: `${ENVIRONMENT}/reviews/$review`,
  path: `${PLACED}/reviews/{${place}}${search}`,
});
const pack = (place: string) => ({
  route: `${ENVIRONMENT}/packs/$pack`,
  path: `${PLACED}/packs/{${place}}`,
});
const PACKS = { route: `${ENVIRONMENT}/packs`, path: `${PLACED}/packs` };
const NO_REVIEW = "/workspaces/{workspace}/environments/{bare_environment}/packs";
const PACK_SET = { route: `${ENVIRONMENT}/pack-sets/$set`, path: `${PLACED}/pack-sets/{pack_set}` };

/** The reviews of an environment, and their packs. */
export const REVIEW_PAGES: readonly ShownPage[] = [
  { ...review("review"), name: "review", states: PAGE_STATES },
  { ...review("older_review"), name: "review-replaced" },
  { ...review("withdrawn_review"), name: "review-withdrawn" },
  { ...review("review", "?area=none"), name: "review-nothing-fits" },
  { ...review("review"), name: "review-of-viewer", as: "viewer" },
  {
    ...review("review"),
    name: "review-decide",
    async prepare(page) {
      await openDialog(page, /^Decide/);
      await page.getByRole("heading", { name: "Decisions so far" }).waitFor();
    },
  },
  { ...review("review"), name: "review-withdraw", prepare: (page) => openDialog(page, "Withdraw") },

  { ...PACKS, name: "packs", states: PAGE_STATES },
  { ...PACKS, path: NO_REVIEW, name: "packs-no-review" },
  { ...PACKS, path: `${PLACED}/packs?review={older_review}`, name: "packs-of-replaced" },
  { ...PACKS, name: "packs-of-viewer", as: "viewer" },
  {
    ...PACKS,
    name: "packs-none-at-all",
    answers: {
      "/{environment}/packs": { packs: [], next: null },
      "/pack-sets": { pack_sets: [], next: null },
    },
  },
  { ...pack("pack"), name: "pack", states: PAGE_STATES },
  { ...pack("published_pack"), name: "pack-published" },
  { ...pack("stale_pack"), name: "pack-stale" },
  { ...pack("revoked_pack"), name: "pack-revoked" },
  { ...pack("pack"), name: "pack-of-viewer", as: "viewer" },
  { ...pack("pack"), name: "pack-revoke", prepare: (page) => openDialog(page, "Revoke") },
  { ...PACK_SET, name: "pack-set", states: PAGE_STATES },
  { ...PACK_SET, path: `${PLACED}/pack-sets/{stale_pack_set}`, name: "pack-set-stale" },
];
