import { type ReactNode, useCallback, useMemo, useState } from "react";
import { message } from "../messages/message.ts";
import { DialogClose, DialogFrame } from "../parts/dialog-frame.tsx";
import { type ListedShortcut, ShortcutContext } from "./shortcut-context.ts";
import { useShortcuts } from "./use-shortcuts.ts";

type Listed = Readonly<Record<string, readonly ListedShortcut[]>>;

/** Keeps what keys do on the page that is shown, and lists it under `?`. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const [listed, setListed] = useState<Listed>({});
  const list = useCallback(
    (id: string, shortcuts: readonly ListedShortcut[]) =>
      setListed((before) => ({ ...before, [id]: shortcuts })),
    [],
  );
  const unlist = useCallback((id: string) => setListed(({ [id]: _gone, ...rest }) => rest), []);
  const shortcuts = useMemo(() => Object.values(listed).flat(), [listed]);
  const value = useMemo(() => ({ shortcuts, list, unlist }), [shortcuts, list, unlist]);
  return (
    <ShortcutContext value={value}>
      {children}
      <ShortcutHelp shortcuts={shortcuts} />
    </ShortcutContext>
  );
}

function ShortcutHelp({ shortcuts }: { readonly shortcuts: readonly ListedShortcut[] }) {
  const [isOpen, setOpen] = useState(false);
  useShortcuts([{ key: "?", words: message("keys.help"), run: () => setOpen(true) }]);
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={() => setOpen(false)}
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
