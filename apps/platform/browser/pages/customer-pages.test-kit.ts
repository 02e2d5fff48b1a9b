import { PAGE_STATES, type ShownPage } from "./shown-page.test-kit.ts";

const OWN = "/workspaces/$workspace/environments/$environment/published";
const PLACED = "/workspaces/{workspace}/environments/{environment}/published";
const BARE = "/workspaces/{workspace}/environments/{bare_environment}/published";
const customer = { as: "customer" } as const;
const HOME = {
  route: "/workspaces/$workspace/published",
  path: "/workspaces/{workspace}/published",
};

/** What was given to a customer, in their eyes and in those of an operator. */
export const CUSTOMER_PAGES: readonly ShownPage[] = [
  { ...customer, ...HOME, name: "published-home", states: PAGE_STATES },
  {
    ...customer,
    ...HOME,
    name: "published-home-none-at-all",
    answers: { "/published": { environments: [], next: null } },
  },
  { ...customer, route: OWN, path: PLACED, name: "published", states: PAGE_STATES },
  { ...customer, route: OWN, path: BARE, name: "published-none-at-all" },
  { route: OWN, path: PLACED, name: "published-of-owner" },
  {
    ...customer,
    route: `${OWN}/reviews/$review`,
    path: `${PLACED}/reviews/{published_review}`,
    name: "published-review",
    states: PAGE_STATES,
  },
  {
    ...customer,
    route: `${OWN}/packs/$pack`,
    path: `${PLACED}/packs/{published_pack}`,
    name: "published-pack",
    states: PAGE_STATES,
  },
];
