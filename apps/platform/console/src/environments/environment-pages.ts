import type { ConsolePage } from "settled-console/app";
import { readItemsView } from "../snapshots/items-view.ts";
import { readFindingsView } from "../reviews/findings-view.ts";
import { readEnvironmentsView } from "./environments-view.ts";

const ENVIRONMENTS = "/workspaces/$workspace/environments";
const ENVIRONMENT = `${ENVIRONMENTS}/$environment`;

/** The environments, their snapshots and reviews, and the baselines that they are compared with. */
export const ENVIRONMENT_PAGES: readonly ConsolePage[] = [
  {
    path: ENVIRONMENTS,
    load: async () => (await import("./environments-page.tsx")).EnvironmentsPage,
    readSearch: readEnvironmentsView,
  },
  {
    path: ENVIRONMENT,
    load: async () => (await import("./environment-page.tsx")).EnvironmentPage,
  },
  {
    path: `${ENVIRONMENT}/snapshots/$snapshot`,
    load: async () => (await import("../snapshots/snapshot-page.tsx")).SnapshotPage,
    readSearch: readItemsView,
  },
  {
    path: `${ENVIRONMENT}/baselines/$baseline`,
    load: async () => (await import("../baselines/baseline-page.tsx")).BaselinePage,
  },
  {
    path: `${ENVIRONMENT}/reviews/$review`,
    load: async () => (await import("../reviews/review-page.tsx")).ReviewPage,
    readSearch: readFindingsView,
  },
];
