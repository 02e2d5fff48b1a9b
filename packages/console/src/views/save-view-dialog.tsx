import { useState } from "react";
import { useCapabilities } from "../access/use-capabilities.ts";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { DialogClose, DialogFrame } from "../parts/dialog-frame.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { NameField } from "./name-field.tsx";
import { SHARE_VIEWS, useChangeViews } from "./use-views.ts";

/** Gives the list that is shown a name, for oneself or for everybody. */
export function SaveViewDialog({
  workspace,
  query,
  onClose,
}: {
  readonly workspace: string;
  readonly query: string;
  onClose(): void;
}) {
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const change = useChangeViews(workspace);
  const mayShare = useCapabilities(workspace).has(SHARE_VIEWS);
  const save = () =>
    change.mutate(
      { kind: "save", wish: { name: name.trim(), query, shared } },
      { onSuccess: onClose },
    );
  return (
    <DialogFrame
      isOpen
      onClose={onClose}
      title={message("views.save.title")}
      detail={message("views.save.detail")}
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "" && !change.isPending) save();
        }}
      >
        <NameField value={name} onChange={setName} />
        <div>
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={shared}
              disabled={!mayShare}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
            {message("views.share")}
          </label>
          {mayShare ? null : (
            <p className="text-small text-soft">
              {message("access.missing", { capability: SHARE_VIEWS })}
            </p>
          )}
        </div>
        {change.isError ? <ProblemNote error={change.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button look="main" type="submit" disabled={name.trim() === "" || change.isPending}>
            {message("views.save.confirm")}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
