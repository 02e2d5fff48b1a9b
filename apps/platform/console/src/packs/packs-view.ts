/** What the address of the packs of an environment says. */
export interface PacksView {
  /** Whose readiness is shown; the newest review's unless said. */
  readonly review?: string;
  /** The run that renders, so that a reload still shows it. */
  readonly run?: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whatever stands in the address, read so that the page can always be shown. */
export function readPacksView(search: Readonly<Record<string, unknown>>): PacksView {
  const review = idIn(search["review"]);
  const run = idIn(search["run"]);
  return { ...(review === null ? {} : { review }), ...(run === null ? {} : { run }) };
}

function idIn(value: unknown): string | null {
  return typeof value === "string" && UUID.test(value) ? value : null;
}
