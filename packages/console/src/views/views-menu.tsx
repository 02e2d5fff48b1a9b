import { Menu } from "@base-ui/react/menu";
import { Bookmark, Check, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";
import { queryOf, type RunsView, viewOfQuery } from "../runs/runs-view.ts";
import { type SavedView, useViews } from "./use-views.ts";

const SaveViewDialog = lazy(async () => ({
  default: (await import("./save-view-dialog.tsx")).SaveViewDialog,
}));
const ManageViewsDialog = lazy(async () => ({
  default: (await import("./manage-views-dialog.tsx")).ManageViewsDialog,
}));

const ITEM =
  "flex w-full cursor-default items-center gap-2 rounded-md px-2 py-1 text-left data-disabled:text-soft data-highlighted:bg-sunken";

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
  return (
    <>
      <Menu.Root>
        <Menu.Trigger className={`${buttonClass("quiet")} max-w-64`}>
          <Bookmark aria-hidden="true" size={15} className="shrink-0" />
          <span className="truncate max-sm:max-w-32">{shown?.name ?? message("views.menu")}</span>
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={6} align="end" className="z-30">
            <Menu.Popup className="max-h-[min(28rem,var(--available-height))] w-64 overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-lg">
              <ViewItems
                title={message("views.own")}
                views={views.filter(({ shared }) => !shared)}
                query={query}
                onShow={onShow}
              />
              <ViewItems
                title={message("views.shared")}
                views={views.filter(({ shared }) => shared)}
                query={query}
                onShow={onShow}
              />
              {views.length === 0 ? (
                <p className="px-2 py-1 text-small text-soft">{message("views.none")}</p>
              ) : null}
              <Menu.Separator className="my-1 border-t border-line" />
              <Menu.Item className={ITEM} onClick={() => setDialog("save")}>
                {message("views.save")}
              </Menu.Item>
              {views.length === 0 ? null : (
                <Menu.Item className={ITEM} onClick={() => setDialog("manage")}>
                  {message("views.manage")}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
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

function ViewItems({
  title,
  views,
  query,
  onShow,
}: {
  readonly title: string;
  readonly views: readonly SavedView[];
  readonly query: string;
  onShow(view: RunsView): void;
}) {
  if (views.length === 0) return null;
  return (
    <Menu.Group className="py-1">
      <Menu.GroupLabel className="flex items-center gap-1.5 px-2 py-0.5 text-tiny font-semibold text-soft">
        {views[0]?.shared === true ? <Users aria-hidden="true" size={12} /> : null}
        {title}
      </Menu.GroupLabel>
      {views.map((view) => (
        <Menu.Item
          key={view.id}
          className={ITEM}
          title={view.query}
          onClick={() => onShow(viewOfQuery(view.query))}
        >
          <span className="inline-flex w-4 shrink-0">
            {view.query === query ? <Check aria-hidden="true" size={14} /> : null}
          </span>
          <span className="truncate">{view.name}</span>
        </Menu.Item>
      ))}
    </Menu.Group>
  );
}
