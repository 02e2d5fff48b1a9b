import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { message } from "../messages/message.ts";
import { type ListedShortcut, ShortcutContext } from "./shortcut-context.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const ShortcutHelp = lazy(async () => ({
  default: (await import("./shortcut-help.tsx")).ShortcutHelp,
}));

type Listed = Readonly<Record<string, readonly ListedShortcut[]>>;

/** Keeps what keys do on the page that is shown, and lists it under `?`. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const [listed, setListed] = useState<Listed>({});
  const [isHelpOpen, setHelpOpen] = useState(false);
  const list = useCallback(
    (id: string, shortcuts: readonly ListedShortcut[]) =>
      setListed((before) => ({ ...before, [id]: shortcuts })),
    [],
  );
  const unlist = useCallback((id: string) => setListed(({ [id]: _gone, ...rest }) => rest), []);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const shortcuts = useMemo(() => Object.values(listed).flat(), [listed]);
  const value = useMemo(
    () => ({ shortcuts, list, unlist, openHelp }),
    [shortcuts, list, unlist, openHelp],
  );
  return (
    <ShortcutContext value={value}>
      {children}
      <HelpKey onPress={openHelp} />
      {isHelpOpen ? (
        <Suspense>
          <ShortcutHelp shortcuts={shortcuts} onClose={() => setHelpOpen(false)} />
        </Suspense>
      ) : null}
    </ShortcutContext>
  );
}

function HelpKey({ onPress }: { onPress(): void }) {
  useShortcuts([{ key: "?", words: message("keys.help"), run: onPress }]);
  return null;
}
