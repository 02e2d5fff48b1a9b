import { Bookmark, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { message } from "../messages/message.ts";
import { MenuButton } from "../parts/menu-button.tsx";
import type { MenuEntry } from "../parts/menu-section.ts";
import { queryOf, type RunsView, viewOfQuery } from "../runs/runs-view.ts";
import { type SavedView, useViews } from "./use-views.ts";

const SaveViewDialog = lazy(async () => ({
  default: (await import("./save-view-dialog.tsx")).SaveViewDialog,
}));
const ManageViewsDialog = lazy(async () => ({
  default: (await import("./manage-views-dialog.tsx")).ManageViewsDialog,
}));

/** Lists that this person wants to come back to, and those that everybody has; the one that is shown gives its name. */
export function ViewsMenu({
  workspace,
  view,
  onShow,
}: {
  readonly workspace: string;
  readonly view: RunsView;
  onShow(view: RunsView): void;
}) {
  const { data: views = [] } = useViews(workspace);
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  if (views === null) return null;
  const query = queryOf(view);
  const shown = views.find((one) => one.query === query);
  const entryOf = (one: SavedView): MenuEntry => ({
    kind: "action",
    label: one.name,
    title: one.query,
    isShown: one.query === query,
    run: () => onShow(viewOfQuery(one.query)),
  });
  const own = views.filter(({ shared }) => !shared).map(entryOf);
  const shared = views.filter(({ shared: isShared }) => isShared).map(entryOf);
  const none: MenuEntry = { kind: "note", label: message("views.none") };
  const save: MenuEntry = {
    kind: "action",
    label: message("views.save"),
    run: () => setDialog("save"),
  };
  const manage: MenuEntry = {
    kind: "action",
    label: message("views.manage"),
    run: () => setDialog("manage"),
  };
  return (
    <>
      <MenuButton
        face={
          <>
            <Bookmark aria-hidden="true" size={15} className="shrink-0" />
            <span className="truncate max-sm:max-w-32">{shown?.name ?? message("views.menu")}</span>
          </>
        }
        sections={[
          ...(own.length === 0 ? [] : [{ title: message("views.own"), entries: own }]),
          ...(shared.length === 0
            ? []
            : [{ title: message("views.shared"), Icon: Users, entries: shared }]),
          ...(views.length === 0
            ? [{ entries: [none] }, { entries: [save] }]
            : [{ entries: [save, manage] }]),
        ]}
      />
      <Suspense>
        {dialog === "save" ? (
          <SaveViewDialog workspace={workspace} query={query} onClose={() => setDialog(null)} />
        ) : dialog === "manage" ? (
          <ManageViewsDialog workspace={workspace} views={views} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </>
  );
}
