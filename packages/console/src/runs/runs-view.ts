/** The ready-made views of the list. */
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
  needs_person: { needs_person: "true" },
  active: { status: "queued,running" },
  reconciled: { reconciled: "true" },
  all: {},
};

/** Whatever stands in the address, read so that the page can always be shown. */
export function readRunsView(search: Readonly<Record<string, unknown>>): RunsView {
  const view = VIEW_NAMES.find((name) => name === search["view"]);
  const q = textIn(search["q"]).slice(0, SEARCH_CHARS_MAX);
  return { ...(view === undefined ? {} : { view }), ...(q === "" ? {} : { q }) };
}

/** An address that somebody has typed may bear a bare number, which is a word to look for as well. */
function textIn(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The view as it is saved and shared: what stands behind the question mark. */
export function queryOf({ view = "needs_person", q }: RunsView): string {
  return new URLSearchParams({ view, ...(q === undefined ? {} : { q }) }).toString();
}

export function viewOfQuery(query: string): RunsView {
  return readRunsView(Object.fromEntries(new URLSearchParams(query)));
}

/**
 * What is asked for: the view, narrowed by the search. A filter that leaves nothing of its view is named and not
 * applied, rather than turning the view into another one.
 */
export function parametersOf(
  view: ViewName,
  searched: Readonly<Record<string, string>>,
): { readonly parameters: Readonly<Record<string, string>>; readonly outside: readonly string[] } {
  const parameters: Record<string, string> = { ...searched };
  const outside: string[] = [];
  for (const [name, value] of Object.entries(PARAMETERS_OF_VIEW[view])) {
    const own = value.split(",");
    const asked = searched[name]?.split(",");
    const both = asked === undefined ? own : own.filter((one) => asked.includes(one));
    if (both.length === 0) outside.push(name);
    parameters[name] = (both.length === 0 ? own : both).join(",");
  }
  return { parameters, outside };
}
