import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { AnnouncerProvider } from "../announce/announcer.tsx";
import { ApiContext } from "../api/use-api.ts";
import { ShortcutsProvider } from "../keys/shortcuts-provider.tsx";
import { SettingsProvider } from "../settings/settings-provider.tsx";
import type { ConsoleExtension } from "./console-extension.ts";
import type { ConsoleSetup } from "./console-setup.ts";
import type { AskingParts, ConsoleRouter } from "./create-console-router.tsx";
import { ExtensionContext } from "./extension-context.ts";
import { SetupContext } from "./setup-context.ts";
import { ShownEnvironmentProvider } from "./shown-environment.tsx";

export interface ConsoleParts extends AskingParts {
  readonly setup: ConsoleSetup;
  readonly extension: ConsoleExtension;
  readonly router: ConsoleRouter;
}

/** The whole console for one page load. */
export function Console({ setup, extension, api, client, router }: ConsoleParts) {
  return (
    <CSPProvider disableStyleElements>
      <SetupContext value={setup}>
        <ExtensionContext value={extension}>
          <ApiContext value={api}>
            <SettingsProvider>
              <QueryClientProvider client={client}>
                <ShownEnvironmentProvider>
                  <AnnouncerProvider>
                    <ShortcutsProvider>
                      <RouterProvider router={router} />
                    </ShortcutsProvider>
                  </AnnouncerProvider>
                </ShownEnvironmentProvider>
              </QueryClientProvider>
            </SettingsProvider>
          </ApiContext>
        </ExtensionContext>
      </SetupContext>
    </CSPProvider>
  );
}
