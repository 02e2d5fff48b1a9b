import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import type { Api } from "../api/create-api.ts";
import { NotFoundState } from "../parts/not-found-state.tsx";
import { readAuditView } from "../audit/audit-view.ts";
import { rememberLists } from "../run/last-list.ts";
import { readRunsView } from "../runs/runs-view.ts";
import type { ConsoleExtension, ConsolePage } from "./console-extension.ts";
import type { ConsoleSetup } from "./console-setup.ts";
import { lazyPage } from "./lazy-page.tsx";
import { PageFault } from "./page-fault.tsx";
import { Shell } from "./shell.tsx";

/** The console's own pages. Each is a chunk of its own: who reads a list does not load what draws a review. */
const OWN_PAGES: readonly ConsolePage[] = [
  {
    path: "/",
    load: async () => (await import("../workspaces/workspaces-page.tsx")).WorkspacesPage,
  },
  {
    path: "/settings",
    load: async () => (await import("../settings/settings-page.tsx")).SettingsPage,
  },
  {
    path: "/workspaces/$workspace",
    load: async () => (await import("../workspaces/workspace-home.tsx")).WorkspaceHome,
  },
  {
    path: "/workspaces/$workspace/settings",
    load: async () => (await import("../settings/settings-page.tsx")).SettingsPage,
  },
  {
    path: "/workspaces/$workspace/audit",
    load: async () => (await import("../audit/audit-page.tsx")).AuditPage,
    readSearch: readAuditView,
  },
  {
    path: "/workspaces/$workspace/webhooks",
    load: async () => (await import("../webhooks/webhooks-page.tsx")).WebhooksPage,
  },
  {
    path: "/workspaces/$workspace/webhooks/$webhook",
    load: async () => (await import("../webhooks/webhook-page.tsx")).WebhookPage,
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
  {
    path: "/workspaces/$workspace/operations",
    load: async () => (await import("../catalog/catalog-page.tsx")).CatalogPage,
  },
  {
    path: "/workspaces/$workspace/workers",
    load: async () => (await import("../workers/workers-page.tsx")).WorkersPage,
  },
];

export function createConsoleRouter(setup: ConsoleSetup, extension: ConsoleExtension, api: Api) {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundState });
  const pages = [...OWN_PAGES, ...extension.pages].map(({ path, load, readSearch }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyPage(load, api),
      ...(readSearch === undefined ? {} : { validateSearch: readSearch }),
    }),
  );
  const router = createRouter({
    routeTree: root.addChildren(pages),
    basepath: setup.base,
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultErrorComponent: PageFault,
  });
  rememberLists(router);
  return router;
}
