import { use } from "react";
import { ShortcutContext } from "./shortcut-context.ts";

/** Shows what keys do on this page. */
export function useShortcutHelp(): { open(): void } {
  return { open: use(ShortcutContext).openHelp };
}
