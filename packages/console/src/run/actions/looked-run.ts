import type { ServedRun } from "../../api/run-shape.ts";

/** The run's answer with what the look at the truth has found. */
export type LookedRun = ServedRun & {
  readonly look: {
    readonly dry_run: boolean;
    readonly changed: boolean;
    readonly sentence: string;
    readonly found: Readonly<Record<string, unknown>>;
  };
};

const CHANGING: readonly unknown[] = ["settle", "hand_over", "redispatch"];

/** Whether the same look, taken for good, would change the run. */
export function wouldChange({ look }: Pick<LookedRun, "look">): boolean {
  return CHANGING.includes(look.found["kind"]);
}
