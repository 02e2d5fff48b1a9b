import type { RestoreChoice } from "./restore-shape.ts";

/** What the address of the planning page says. */
export interface PlanView {
  readonly snapshot?: string;
}

/** Whatever stands in the address, read so that the page can always be shown. */
export function readPlanView(search: Readonly<Record<string, unknown>>): PlanView {
  const { snapshot } = search;
  return typeof snapshot === "string" && /^[0-9a-f-]{36}$/.test(snapshot) ? { snapshot } : {};
}

export function choiceAtFirst(snapshot: string): RestoreChoice {
  return { snapshot, items: null, accessState: "disabled" };
}
