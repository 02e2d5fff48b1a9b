import type { QueryClient } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import type { Api } from "../api/create-api.ts";
import { NotFoundState } from "../parts/not-found-state.tsx";
import { readAuditView } from "../audit/audit-view.ts";
import { rememberLists } from "../run/last-list.ts";
import { runsQuery } from "../runs/runs-query.ts";
import { parametersOf, readRunsView } from "../runs/runs-view.ts";
import type { ConsoleExtension, ConsolePage } from "./console-extension.ts";
import type { ConsoleSetup } from "./console-setup.ts";
import { lazyPage } from "./lazy-page.tsx";
import { PageFault } from "./page-fault.tsx";
import { Shell } from "./shell.tsx";

export interface AskingParts {
  readonly api: Api;
  readonly client: QueryClient;
}

interface AskedPlace {
  /** The parts of the path by their names. */
  readonly parts: Readonly<Record<string, string>>;
  readonly search: Readonly<Record<string, unknown>>;
}

interface OwnPage extends ConsolePage {
  /** Asks for what the page shows first, while its file is on its way. */
  askEarly?(asking: AskingParts, at: AskedPlace): void;
}

/** The console's own pages. Each is a chunk of its own: who reads a list does not load what draws a review. */
const OWN_PAGES: readonly OwnPage[] = [
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
    askEarly: ({ api, client }, { parts: { workspace = "" }, search }) => {
      const { view = "needs_person", q } = readRunsView(search);
      // What a search means, only the page knows.
      if (q !== undefined) return;
      const { parameters } = parametersOf(view, {});
      void client.prefetchInfiniteQuery(runsQuery(api, { workspace, parameters }));
    },
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

export type ConsoleRouter = ReturnType<typeof createConsoleRouter>;

export function createConsoleRouter(
  setup: ConsoleSetup,
  extension: ConsoleExtension,
  asking: AskingParts,
) {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundState });
  const all: readonly OwnPage[] = [...OWN_PAGES, ...extension.pages];
  const pages = all.map(({ path, load, readSearch, askEarly }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyPage(load, asking.api),
      ...(readSearch === undefined ? {} : { validateSearch: readSearch }),
      // A page that is only likely to be opened is not asked for yet, and one that stays has what it asked for.
      loader: ({ params, location, cause }) => {
        if (cause === "enter") askEarly?.(asking, { parts: params, search: location.search });
      },
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
