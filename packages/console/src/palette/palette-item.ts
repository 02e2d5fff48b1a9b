/** Something that the palette leads to. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly note: string;
  run(): void;
}

export interface PaletteGroup {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

const ITEMS_MAX = 8;

/** The items that have all of the words, each anywhere; groups without any are left out. */
export function fittingGroups(groups: readonly PaletteGroup[], typed: string): PaletteGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ title, items }) => ({
      title,
      items: items
        .filter(({ label, note }) => {
          const text = `${label} ${note}`.toLowerCase();
          return words.every((word) => text.includes(word));
        })
        .slice(0, ITEMS_MAX),
    }))
    .filter(({ items }) => items.length > 0);
}
