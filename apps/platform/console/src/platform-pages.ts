import { Building2, FolderOpen, KeyRound, Users } from "lucide-react";
import type { ConsoleExtension } from "settled-console/app";
import { ENVIRONMENT_PAGES } from "./environments/environment-pages.ts";
import { environmentPath } from "./environments/places.ts";
import { insidePath } from "./inside-path.ts";
import { navigationText } from "./navigation-text.ts";
import { readPacksView } from "./packs/packs-view.ts";
import { readPlanView } from "./restores/plan-view.ts";

const WORKSPACE = "/workspaces/$workspace";
const ENVIRONMENT = `${WORKSPACE}/environments/$environment`;

/** What the platform adds to the console: its environments and what belongs to each. */
export const PLATFORM_PAGES: ConsoleExtension = {
  pages: [
    ...ENVIRONMENT_PAGES,
    {
      path: `${WORKSPACE}/members`,
      load: async () => (await import("./members/members-page.tsx")).MembersPage,
    },
    {
      path: `${WORKSPACE}/tokens`,
      load: async () => (await import("./tokens/tokens-page.tsx")).TokensPage,
    },
    {
      path: `${ENVIRONMENT}/packs`,
      load: async () => (await import("./packs/packs-page.tsx")).PacksPage,
      readSearch: readPacksView,
    },
    {
      path: `${ENVIRONMENT}/packs/$pack`,
      load: async () => (await import("./packs/pack-page.tsx")).PackPage,
    },
    {
      path: `${ENVIRONMENT}/pack-sets/$set`,
      load: async () => (await import("./packs/pack-set-page.tsx")).PackSetPage,
    },
    {
      path: `${ENVIRONMENT}/restores`,
      load: async () => (await import("./restores/restores-page.tsx")).RestoresPage,
    },
    {
      path: `${ENVIRONMENT}/restores/new`,
      load: async () => (await import("./restores/plan-page.tsx")).PlanPage,
      readSearch: readPlanView,
    },
    {
      path: `${ENVIRONMENT}/restores/runs/$run`,
      load: async () => (await import("./restores/started-page.tsx")).StartedPage,
    },
    {
      path: `${ENVIRONMENT}/restores/$restore`,
      load: async () => (await import("./restores/restore-page.tsx")).RestorePage,
    },
    {
      path: `${WORKSPACE}/published`,
      load: async () => (await import("./customer/published-home-page.tsx")).PublishedHomePage,
    },
    {
      path: `${ENVIRONMENT}/published`,
      load: async () => (await import("./customer/published-page.tsx")).PublishedPage,
    },
    {
      path: `${ENVIRONMENT}/published/reviews/$review`,
      load: async () => (await import("./customer/published-review-page.tsx")).PublishedReviewPage,
    },
    {
      path: `${ENVIRONMENT}/published/packs/$pack`,
      load: async () => (await import("./customer/published-pack-page.tsx")).PublishedPackPage,
    },
  ],
  navigation: (workspace) => [
    {
      label: navigationText("nav.environments"),
      to: `/workspaces/${workspace}/environments`,
      Icon: Building2,
      capability: "environments.view",
    },
    {
      label: navigationText("nav.members"),
      to: `/workspaces/${workspace}/members`,
      Icon: Users,
      capability: "members.view",
      isCare: true,
    },
    {
      label: navigationText("nav.tokens"),
      to: `/workspaces/${workspace}/tokens`,
      Icon: KeyRound,
      capability: "tokens.manage",
      isCare: true,
    },
    {
      label: navigationText("nav.published"),
      to: `/workspaces/${workspace}/published`,
      Icon: FolderOpen,
      capability: "published.view",
      // Who works here sees the same, and more, on the pages of each environment.
      unless: "environments.view",
    },
  ],
  firstWorkspace: navigationText("workspaces.first"),
  startPages: {
    "environment.review.compose": environmentPath,
    "review.pack.render": (place) => `${environmentPath(place)}/packs`,
    "restore.execute": (place) => `${environmentPath(place)}/restores/new`,
  },
  pathOf: insidePath,
};
