import { message } from "../messages/message.ts";
import { DialogClose, DialogFrame } from "../parts/dialog-frame.tsx";
import type { ListedShortcut } from "./shortcut-context.ts";

/** What keys do on the page that is shown. Loaded when it is first asked for. */
export function ShortcutHelp({
  shortcuts,
  onClose,
}: {
  readonly shortcuts: readonly ListedShortcut[];
  onClose(): void;
}) {
  return (
    <DialogFrame
      isOpen
      onClose={onClose}
      title={message("keys.title")}
      detail={message("keys.detail")}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {shortcuts.map(({ key, words }) => (
          <div key={key} className="col-span-2 grid grid-cols-subgrid">
            <dt>
              <kbd className="rounded border border-strong-line bg-sunken px-1.5 font-mono text-small">
                {key}
              </kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div className="flex justify-end">
        <DialogClose />
      </div>
    </DialogFrame>
  );
}
