/** What the server says to the console in the page that loads it. */
export interface ConsoleSetup {
  readonly brand: string;
  /** The host's own first page; null = there is none. */
  readonly home: string | null;
  /** Where a person signs in; null = the host does that elsewhere. */
  readonly signIn: string | null;
  /** The path that every page of the console stands below, with a slash at its end. */
  readonly base: string;
  /** The address of the API without a slash at its end. */
  readonly api: string;
}

interface Said {
  readonly brand?: unknown;
  readonly home?: unknown;
  readonly sign_in?: unknown;
}

/** The path comes from the document's base, so that one build serves every mount. */
export function readSetup(document: Document): ConsoleSetup {
  const base = new URL(".", document.baseURI).pathname;
  const said = saidIn(document.querySelector("meta[name=settled-setup]"));
  return {
    brand: typeof said.brand === "string" ? said.brand : "Settled",
    home: typeof said.home === "string" ? said.home : null,
    signIn: typeof said.sign_in === "string" ? said.sign_in : null,
    base,
    api: `${base.replace(/console\/$/, "")}api/v1`,
  };
}

function saidIn(element: Element | null): Said {
  const text = element?.getAttribute("content");
  if (text === null || text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
