import { Building2, KeyRound, Users } from "lucide-react";
import type { ConsoleExtension } from "settled-console/app";
import { text } from "./text.ts";

const ENVIRONMENTS = "/workspaces/$workspace/environments";

/** What the platform adds to the console: its environments and what belongs to each. */
export const PLATFORM_PAGES: ConsoleExtension = {
  pages: [
    {
      path: ENVIRONMENTS,
      load: async () => (await import("./environments/environments-page.tsx")).EnvironmentsPage,
    },
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
      label: text("nav.environments"),
      to: `/workspaces/${workspace}/environments`,
      Icon: Building2,
      capability: "environments.view",
    },
    {
      label: text("nav.members"),
      to: `/workspaces/${workspace}/members`,
      Icon: Users,
      capability: "members.view",
      isCare: true,
    },
    {
      label: text("nav.tokens"),
      to: `/workspaces/${workspace}/tokens`,
      Icon: KeyRound,
      capability: "tokens.manage",
      isCare: true,
    },
  ],
};
