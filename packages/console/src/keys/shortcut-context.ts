import { createContext } from "react";

export interface ListedShortcut {
  readonly key: string;
  readonly words: string;
}

export interface ShortcutList {
  readonly shortcuts: readonly ListedShortcut[];
  list(id: string, shortcuts: readonly ListedShortcut[]): void;
  unlist(id: string): void;
  openHelp(): void;
}

export const ShortcutContext = createContext<ShortcutList>({
  shortcuts: [],
  list: () => undefined,
  unlist: () => undefined,
  openHelp: () => undefined,
});
