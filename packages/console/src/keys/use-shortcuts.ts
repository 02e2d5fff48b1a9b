import { use, useEffect, useEffectEvent, useId } from "react";
import { ShortcutContext } from "./shortcut-context.ts";
import { isForPage, type Shortcut } from "./shortcut.ts";

/** Gives keys a meaning for as long as the component is there; they are listed under `?`. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const id = useId();
  const { list, unlist } = use(ShortcutContext);
  const words = shortcuts.map((shortcut) => `${shortcut.key}\n${shortcut.words}`).join("\n\n");
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isForPage(event)) return;
    const shortcut = shortcuts.find(({ key }) => key === event.key);
    if (shortcut === undefined) return;
    const { target } = event;
    if (target instanceof Element && shortcut.isMeant?.(target) === false) return;
    event.preventDefault();
    shortcut.run();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
  useEffect(() => {
    list(
      id,
      words === ""
        ? []
        : words.split("\n\n").map((entry) => {
            const [key = "", said = ""] = entry.split("\n");
            return { key, words: said };
          }),
    );
    return () => unlist(id);
  }, [id, list, unlist, words]);
}
