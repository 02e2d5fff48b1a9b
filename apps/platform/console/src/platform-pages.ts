import { Building2 } from "lucide-react";
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
  ],
  navigation: (workspace) => [
    {
      label: text("nav.environments"),
      to: `/workspaces/${workspace}/environments`,
      Icon: Building2,
      capability: "environments.view",
    },
  ],
};
