import { Building2, KeyRound, Users } from "lucide-react";
import type { ConsoleExtension } from "settled-console/app";
import { ENVIRONMENT_PAGES } from "./environments/environment-pages.ts";
import { insidePath } from "./inside-path.ts";
import { navigationText } from "./navigation-text.ts";

/** What the platform adds to the console: its environments and what belongs to each. */
export const PLATFORM_PAGES: ConsoleExtension = {
  pages: [
    ...ENVIRONMENT_PAGES,
    {
      path: "/workspaces/$workspace/members",
      load: async () => (await import("./members/members-page.tsx")).MembersPage,
    },
    {
      path: "/workspaces/$workspace/tokens",
      load: async () => (await import("./tokens/tokens-page.tsx")).TokensPage,
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
  ],
  pathOf: insidePath,
};
