import { Link, Outlet } from "@tanstack/react-router";
import { message } from "../messages/message.ts";
import { PaletteDoor } from "../palette/palette-door.tsx";
import { SettingsMenu } from "../settings/settings-menu.tsx";
import { useSetup } from "./setup-context.ts";
import { usePathPart } from "./use-path-part.ts";
import { useShownEnvironment } from "./shown-environment.tsx";
import { Navigation } from "./navigation.tsx";

/** The frame of every page: brand, navigation, the context that the person works in, and the page itself. */
export function Shell() {
  const setup = useSetup();
  const workspace = usePathPart("workspace");
  const environment = useShownEnvironment();
  return (
    <>
      <a
        href="#content"
        className="absolute -left-96 z-50 rounded-md bg-card px-3 py-2 focus:top-2 focus:left-2"
      >
        {message("shell.skip")}
      </a>
      <header className="no-print sticky top-0 z-20 border-b border-line bg-card">
        <div className="mx-auto flex min-h-12 max-w-[100rem] flex-wrap items-center gap-x-5 gap-y-1 px-4 sm:px-5">
          <Link to="/" className="font-semibold tracking-tight text-ink no-underline">
            {setup.brand}
          </Link>
          {workspace === "" ? null : <Navigation workspace={workspace} />}
          <div className="ml-auto flex items-center gap-2">
            {workspace === "" ? null : (
              <ContextBadge workspace={workspace} environment={environment} />
            )}
            <PaletteDoor workspace={workspace} />
            <SettingsMenu />
          </div>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-[100rem] px-4 py-5 sm:px-5">
        <Outlet />
      </main>
    </>
  );
}

/** In whose workspace and environment the person is: said on every page, and plainly where it is all of them. */
function ContextBadge({
  workspace,
  environment,
}: {
  readonly workspace: string;
  readonly environment: string | null;
}) {
  return (
    <p className="flex items-center gap-1.5 text-small">
      <span className="text-soft">
        <span className="sr-only">{message("shell.workspace")} </span>
        {workspace}
      </span>
      <span
        className={`rounded-md px-2 py-0.5 font-semibold ${
          environment === null ? "bg-sunken text-soft" : "bg-accent-ground text-accent"
        }`}
      >
        {environment === null
          ? message("shell.workspace_wide")
          : message("shell.environment", { name: environment })}
      </span>
    </p>
  );
}
