import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { createApi } from "../api/create-api.ts";
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
  const [router] = useState(() => createConsoleRouter(setup, extension));
  return (
    <Surroundings setup={setup} extension={extension}>
      <RouterProvider router={router} />
    </Surroundings>
  );
}

function Surroundings({
  setup,
  extension,
  children,
}: ConsoleProps & { readonly children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [api] = useState(() => createApi(setup));
  return (
    <CSPProvider disableStyleElements>
      <SetupContext value={setup}>
        <ExtensionContext value={extension}>
          <ApiContext value={api}>
            <SettingsProvider>
              <QueryClientProvider client={queryClient}>
                <ShownEnvironmentProvider>
                  <ShortcutsProvider>{children}</ShortcutsProvider>
                </ShownEnvironmentProvider>
              </QueryClientProvider>
            </SettingsProvider>
          </ApiContext>
        </ExtensionContext>
      </SetupContext>
    </CSPProvider>
  );
}
