/** The ready-made views of the list, and "search" for one that a person has typed. */
export const VIEW_NAMES = ["needs_person", "active", "reconciled", "all"] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What the address of the list says: everything that another person needs to see the same. */
export interface RunsView {
  readonly view?: ViewName;
  readonly q?: string;
}

const SEARCH_CHARS_MAX = 1_000;

/** The parameters of the API that a view stands for; a search narrows it further. */
export const PARAMETERS_OF_VIEW: Readonly<Record<ViewName, Readonly<Record<string, string>>>> = {
  needs_person: { outcome: "attention_required,blocked" },
  active: { status: "queued,running" },
  reconciled: { reconciled: "true" },
  all: {},
};

/** Whatever stands in the address, read so that the page can always be shown. */
export function readRunsView(search: Readonly<Record<string, unknown>>): RunsView {
  const view = VIEW_NAMES.find((name) => name === search["view"]);
  const q = typeof search["q"] === "string" ? search["q"].slice(0, SEARCH_CHARS_MAX) : "";
  return { ...(view === undefined ? {} : { view }), ...(q === "" ? {} : { q }) };
}
