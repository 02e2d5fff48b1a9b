import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { NotFoundState } from "../parts/not-found-state.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { readRunsView } from "../runs/runs-view.ts";
import type { ConsoleExtension, ConsolePage } from "./console-extension.ts";
import type { ConsoleSetup } from "./console-setup.ts";
import { Shell } from "./shell.tsx";

/** The console's own pages. Each is a chunk of its own: who reads a list does not load what draws a review. */
const OWN_PAGES: readonly ConsolePage[] = [
  {
    path: "/",
    load: async () => (await import("../workspaces/workspaces-page.tsx")).WorkspacesPage,
  },
  {
    path: "/workspaces/$workspace",
    load: async () => (await import("./workspace-home.tsx")).WorkspaceHome,
  },
  {
    path: "/workspaces/$workspace/runs",
    load: async () => (await import("../runs/runs-page.tsx")).RunsPage,
    readSearch: readRunsView,
  },
  {
    path: "/workspaces/$workspace/runs/$run",
    load: async () => (await import("../run/run-page.tsx")).RunPage,
  },
];

export function createConsoleRouter(setup: ConsoleSetup, extension: ConsoleExtension) {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundState });
  const pages = [...OWN_PAGES, ...extension.pages].map(({ path, load, readSearch }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(async () => ({ default: await load() })),
      ...(readSearch === undefined ? {} : { validateSearch: readSearch }),
    }),
  );
  return createRouter({
    routeTree: root.addChildren(pages),
    basepath: setup.base,
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }) => <ProblemState error={error} onRetry={reset} />,
  });
}
