import { useNavigate } from "@tanstack/react-router";
import { useCapabilities } from "../access/use-capabilities.ts";
import { useExtension } from "../app/extension-context.ts";
import { useNavigationItems } from "../app/use-navigation-items.ts";
import { message } from "../messages/message.ts";
import { readRunsView, type RunsView, VIEW_NAMES, viewOfQuery } from "../runs/runs-view.ts";
import { useEnvironments } from "../search/use-environments.ts";
import { useViews } from "../views/use-views.ts";
import type { PaletteGroup } from "./palette-item.ts";

/** Pages, views and environments that the palette leads to. */
export function usePlaces(workspace: string): readonly PaletteGroup[] {
  const navigate = useNavigate();
  const extension = useExtension();
  const pages = useNavigationItems(workspace);
  const maySeeRuns = useCapabilities(workspace).has("runs.view");
  const environments = useEnvironments(workspace, true);
  const { data: views } = useViews(workspace);
  const goTo = (to: string) => () => void navigate({ to });
  const show = (search: RunsView) => () =>
    void navigate({ to: "/workspaces/$workspace/runs", params: { workspace }, search });
  const home = { id: "home", label: message("workspaces.title"), note: "", run: goTo("/") };
  if (workspace === "") return [{ title: message("palette.pages"), items: [home] }];
  const ownViews = VIEW_NAMES.map((view) => ({
    id: `view-${view}`,
    label: message(`runs.view.${view}`),
    note: message("nav.operations"),
    run: show({ view }),
  }));
  const savedViews = (views ?? []).map(({ id, name, query, shared }) => ({
    id,
    label: name,
    note: message(shared ? "views.shared" : "views.own"),
    run: show(viewOfQuery(query)),
  }));
  const base = `/workspaces/${encodeURIComponent(workspace)}`;
  return [
    {
      title: message("palette.pages"),
      items: pages
        .map(({ label, to }) => ({ id: `page-${to}`, label, note: "", run: goTo(to) }))
        .concat(home),
    },
    {
      title: message("palette.views"),
      items: maySeeRuns ? [...ownViews, ...savedViews] : [],
    },
    {
      title: message("palette.environments"),
      items: environments.map(({ id, name }) => {
        const page = extension.pathOf?.(`${base}/environments/${encodeURIComponent(id)}`) ?? null;
        const runs = readRunsView({ view: "all", q: `env:${id}` });
        return {
          id: `environment-${id}`,
          label: name,
          note: id,
          run: page === null ? show(runs) : goTo(page),
        };
      }),
    },
  ];
}
