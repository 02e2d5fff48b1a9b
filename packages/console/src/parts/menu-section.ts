import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** One line of a menu. */
export type MenuEntry =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly title?: string;
      /** Marked as what is shown now; absent where nothing is ever shown by it. */
      readonly isShown?: boolean;
      run(): void;
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly isChosen: boolean;
      choose(isChosen: boolean): void;
    }
  | { readonly kind: "file"; readonly label: string; readonly href: string }
  | { readonly kind: "note"; readonly label: string };

/** Entries of a menu that belong together. One without a title is set apart from what stands above it. */
export interface MenuSection {
  readonly title?: string;
  readonly Icon?: LucideIcon;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** What stands on its button. */
  readonly face: ReactNode;
  readonly sections: readonly MenuSection[];
}
