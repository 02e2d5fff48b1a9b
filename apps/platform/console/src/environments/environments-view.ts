import type { Environment } from "./environment-shape.ts";

export const SHOWN = ["all", "open", "unassessed", "unreviewed"] as const;
export type Shown = (typeof SHOWN)[number];

/** What the address of the list says. */
export interface EnvironmentsView {
  readonly q?: string;
  readonly show?: Shown;
}

const SEARCH_CHARS_MAX = 200;

export function readEnvironmentsView(search: Readonly<Record<string, unknown>>): EnvironmentsView {
  const show = SHOWN.find((name) => name === search["show"] && name !== "all");
  const q = typeof search["q"] === "string" ? search["q"].slice(0, SEARCH_CHARS_MAX) : "";
  return { ...(q === "" ? {} : { q }), ...(show === undefined ? {} : { show }) };
}

/** Whether an environment is one of those that are asked for. */
export function isShown(environment: Environment, { q = "", show = "all" }: EnvironmentsView) {
  const words = q.trim().toLowerCase();
  const isNamed = [environment.name, environment.id].some((name) =>
    name.toLowerCase().includes(words),
  );
  return isNamed && stands(environment, show);
}

function stands({ review, snapshot }: Environment, show: Shown): boolean {
  switch (show) {
    case "all":
      return true;
    case "open":
      return review?.areas.some(({ open }) => open > 0) ?? false;
    case "unassessed":
      return (
        (review?.areas.some((area) => area.not_assessed > 0) ?? false) ||
        (snapshot !== null && snapshot.coverage.complete < snapshot.coverage.types)
      );
    case "unreviewed":
      return review === null;
  }
}
