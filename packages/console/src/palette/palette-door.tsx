import { Command } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);
const KEYS = IS_APPLE ? "⌘K" : "Ctrl K";

/** Opens the palette, by its button or by Cmd-K and Ctrl-K from anywhere. It is loaded when it is first wanted. */
export function PaletteDoor({ workspace }: { readonly workspace: string }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey) return;
      if (!(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
  // Heard above, also where a person is typing; here it is only listed.
  useShortcuts([{ key: KEYS, words: message("palette.title"), run: () => setOpen(true) }]);
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts={IS_APPLE ? "Meta+K" : "Control+K"}
        title={message("palette.title")}
        className={`${buttonClass("quiet")} max-sm:hidden`}
        onClick={() => setOpen(true)}
      >
        <Command aria-hidden="true" size={14} />
        <span className="sr-only">{message("palette.title")}</span>
        <kbd className="font-mono text-tiny">{KEYS}</kbd>
      </button>
      {isOpen ? (
        <Suspense>
          <Palette workspace={workspace} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
