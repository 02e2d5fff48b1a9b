import { text } from "../text.ts";

/** A version of a baseline by its name; without it while the name is not known, as of a review that shows nothing. */
export function baselineWords(name: string | undefined, version: number | null): string {
  const shown = String(version ?? "");
  return name === undefined
    ? text("reviews.baseline.unnamed", { version: shown })
    : text("reviews.baseline", { name, version: shown });
}
