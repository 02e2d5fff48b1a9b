import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useRef } from "react";
import { UserMenu } from "../access/user-menu.tsx";
import { useMe } from "../access/use-me.ts";
import { ZoneProvider } from "../clock/zone-provider.tsx";
import { LineBanner } from "../line/line-banner.tsx";
import { message } from "../messages/message.ts";
import { PaletteDoor } from "../palette/palette-door.tsx";
import { SettingsMenu } from "../settings/settings-menu.tsx";
import { WorkspaceSwitch } from "../workspaces/workspace-switch.tsx";
import { Navigation } from "./navigation.tsx";
import { NavigationDrawer } from "./navigation-drawer.tsx";
import { useSetup } from "./setup-context.ts";
import { useShownEnvironment } from "./shown-environment.tsx";
import { useNavigationItems } from "./use-navigation-items.ts";
import { usePageHeading } from "./use-page-heading.ts";
import { usePathPart } from "./use-path-part.ts";

/** The frame of every page: brand, navigation, the context that the person works in, and the page itself. */
export function Shell() {
  const setup = useSetup();
  const workspace = usePathPart("workspace");
  const main = useRef<HTMLElement>(null);
  const standIn = usePageName(workspace);
  const { data: me } = useMe();
  const name = me?.workspaces.find(({ id }) => id === workspace)?.name ?? workspace;
  usePageHeading(main, { standIn, place: [name, setup.brand] });
  return (
    <ZoneProvider>
      <a
        href="#content"
        className="absolute -left-96 z-50 rounded-md bg-card px-3 py-2 focus:top-2 focus:left-2"
        onClick={(event) => {
          // The document has a base of its own, so that the fragment alone would lead off the page.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {message("shell.skip")}
      </a>
      <header className="no-print sticky top-0 z-20 border-b border-line bg-card">
        <div className="flex min-h-12 items-center gap-x-2 px-4 sm:gap-x-3 sm:px-5">
          {workspace === "" ? null : <NavigationDrawer workspace={workspace} />}
          <Link
            to="/"
            className={`shrink-0 font-semibold tracking-tight text-ink no-underline ${workspace === "" ? "" : "max-lg:hidden"}`}
          >
            {setup.brand}
          </Link>
          {workspace === "" ? null : (
            <>
              <span aria-hidden="true" className="text-strong-line max-lg:hidden">
                /
              </span>
              <WorkspaceSwitch workspace={workspace} />
            </>
          )}
          <div className="ml-auto flex min-w-0 shrink-0 items-center gap-1 sm:gap-2">
            {workspace === "" ? null : <ContextBadge />}
            <PaletteDoor workspace={workspace} />
            <SettingsMenu />
            <UserMenu workspace={workspace} />
          </div>
        </div>
        <LineBanner />
      </header>
      <div className="flex items-start">
        {workspace === "" ? null : (
          <div className="no-print sticky top-12 hidden max-h-[calc(100dvh-3rem)] w-48 shrink-0 overflow-y-auto px-3 py-5 lg:block">
            <Navigation workspace={workspace} />
          </div>
        )}
        <main
          id="content"
          ref={main}
          tabIndex={-1}
          className={`mx-auto w-full max-w-[100rem] min-w-0 grow px-4 py-5 sm:px-5 ${workspace === "" ? "" : "lg:pl-2"}`}
        >
          <h1 data-stand-in className="sr-only">
            {standIn}
          </h1>
          <Outlet />
        </main>
      </div>
    </ZoneProvider>
  );
}

/** What the navigation calls the page that is shown; what stands below one of its pages belongs to that. */
function usePageName(workspace: string): string {
  const { brand } = useSetup();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const items = useNavigationItems(workspace);
  return items.find(({ to }) => path === to || path.startsWith(`${to}/`))?.label ?? brand;
}

/** Which environment the page is about: said on every page of a workspace, and plainly where it is all of them. */
function ContextBadge() {
  const environment = useShownEnvironment();
  return (
    <p
      className={`max-w-[40vw] truncate rounded-md px-2 py-0.5 text-small font-semibold max-sm:px-1.5 max-sm:text-tiny ${
        environment === null ? "bg-sunken text-soft" : "bg-accent-ground text-accent"
      }`}
    >
      {environment === null
        ? message("shell.workspace_wide")
        : message("shell.environment", { name: environment })}
    </p>
  );
}
