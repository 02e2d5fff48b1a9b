import { useState } from "react";
import { NeedingButton } from "../access/needing-button.tsx";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { DialogClose, DialogFrame } from "../parts/dialog-frame.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { NameField } from "./name-field.tsx";
import { type SavedView, SHARE_VIEWS, useChangeViews, type ViewChange } from "./use-views.ts";

/** Every saved view that this person has, to be renamed, shared or removed. */
export function ManageViewsDialog({
  workspace,
  views,
  onClose,
}: {
  readonly workspace: string;
  readonly views: readonly SavedView[];
  onClose(): void;
}) {
  const change = useChangeViews(workspace);
  return (
    <DialogFrame
      isOpen
      onClose={onClose}
      title={message("views.manage.title")}
      detail={message("views.manage.detail")}
    >
      {change.isError ? <ProblemNote error={change.error} /> : null}
      <ul className="flex flex-col divide-y divide-line">
        {views.map((view) => (
          <ManagedView
            key={view.id}
            workspace={workspace}
            view={view}
            onChange={(wanted) => change.mutate(wanted)}
          />
        ))}
      </ul>
      <div className="flex justify-end">
        <DialogClose />
      </div>
    </DialogFrame>
  );
}

function ManagedView({
  workspace,
  view,
  onChange,
}: {
  readonly workspace: string;
  readonly view: SavedView;
  onChange(change: ViewChange): void;
}) {
  const { id, shared, own, owner } = view;
  const [name, setName] = useState<string | null>(null);
  if (name !== null) {
    return (
      <li className="py-2">
        <form
          className="flex flex-wrap items-end gap-2 [&>:first-child]:grow"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") onChange({ kind: "change", id, wish: { name: name.trim() } });
            setName(null);
          }}
        >
          <NameField value={name} onChange={setName} />
          <Button look="main" type="submit">
            {message("views.rename.confirm")}
          </Button>
          <Button onClick={() => setName(null)}>{message("views.rename.leave")}</Button>
        </form>
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-center gap-2 py-2">
      <div className="min-w-40 grow">
        <p className="font-semibold">{view.name}</p>
        <p className="text-small text-soft">
          {message(shared ? (own ? "views.is_shared" : "views.is_shared_by") : "views.is_own", {
            name: owner.name,
          })}
        </p>
      </div>
      {(
        [
          ["views.rename", () => setName(view.name)],
          [
            shared ? "views.unshare" : "views.share_it",
            () => onChange({ kind: "change", id, wish: { shared: !shared } }),
          ],
          ["views.remove", () => onChange({ kind: "remove", id })],
        ] as const
      ).map(([key, act]) => (
        <ViewButton
          key={key}
          workspace={workspace}
          isFree={!shared && key !== "views.share_it"}
          label={message(key)}
          name={`${message(key)}: ${view.name}`}
          onClick={act}
        />
      ))}
    </li>
  );
}

/** What concerns a view of everybody needs a right; one's own is one's own. */
function ViewButton({
  workspace,
  isFree,
  label,
  name,
  onClick,
}: {
  readonly workspace: string;
  readonly isFree: boolean;
  readonly label: string;
  readonly name: string;
  onClick(): void;
}) {
  if (isFree) {
    return (
      <Button aria-label={name} onClick={onClick}>
        {label}
      </Button>
    );
  }
  return (
    <NeedingButton
      workspace={workspace}
      capability={SHARE_VIEWS}
      aria-label={name}
      onClick={onClick}
    >
      {label}
    </NeedingButton>
  );
}
