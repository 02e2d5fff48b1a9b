import { Building2 } from "lucide-react";
import type { ConsoleExtension } from "settled-console/app";
import { ENVIRONMENT_PAGES } from "./environments/environment-pages.ts";
import { insidePath } from "./inside-path.ts";
import { navigationText } from "./navigation-text.ts";

/** What the platform adds to the console: its environments and what belongs to each. */
export const PLATFORM_PAGES: ConsoleExtension = {
  pages: [...ENVIRONMENT_PAGES],
  navigation: (workspace) => [
    {
      label: navigationText("nav.environments"),
      to: `/workspaces/${workspace}/environments`,
      Icon: Building2,
      capability: "environments.view",
    },
  ],
  pathOf: insidePath,
};
