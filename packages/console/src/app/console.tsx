import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { AnnouncerProvider } from "../announce/announcer.tsx";
import { type Api, createApi } from "../api/create-api.ts";
import { createQueryClient } from "../api/create-query-client.ts";
import { ApiContext } from "../api/use-api.ts";
import { ShortcutsProvider } from "../keys/shortcuts-provider.tsx";
import { SettingsProvider } from "../settings/settings-provider.tsx";
import type { ConsoleExtension } from "./console-extension.ts";
import type { ConsoleSetup } from "./console-setup.ts";
import { createConsoleRouter } from "./create-console-router.tsx";
import { ExtensionContext } from "./extension-context.ts";
import { SetupContext } from "./setup-context.ts";
import { ShownEnvironmentProvider } from "./shown-environment.tsx";

interface ConsoleProps {
  readonly setup: ConsoleSetup;
  readonly extension: ConsoleExtension;
}

/** The whole console for one page load. */
export function Console({ setup, extension }: ConsoleProps) {
  const [api] = useState(() => createApi(setup));
  const [router] = useState(() => createConsoleRouter(setup, extension, api));
  return (
    <Surroundings setup={setup} extension={extension} api={api}>
      <RouterProvider router={router} />
    </Surroundings>
  );
}

function Surroundings({
  setup,
  extension,
  api,
  children,
}: ConsoleProps & { readonly api: Api; readonly children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <CSPProvider disableStyleElements>
      <SetupContext value={setup}>
        <ExtensionContext value={extension}>
          <ApiContext value={api}>
            <SettingsProvider>
              <QueryClientProvider client={queryClient}>
                <ShownEnvironmentProvider>
                  <AnnouncerProvider>
                    <ShortcutsProvider>{children}</ShortcutsProvider>
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
