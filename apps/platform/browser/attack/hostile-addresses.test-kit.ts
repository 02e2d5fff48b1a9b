/** A page whose address bears the text in every part that the page reads; `isShown` = where it says so itself. */
export interface HostileAddress {
  readonly path: string;
  readonly isShown?: true;
}

const WORKSPACE = "/console/workspaces/north";
const INSIDE = `${WORKSPACE}/environments/hostile`;

/** `{text}` is the text, written as an address writes it. */
export const HOSTILE_ADDRESSES: readonly HostileAddress[] = [
  { path: `${WORKSPACE}/runs?view={text}&q={text}&{text}={text}#{text}`, isShown: true },
  {
    path: `${WORKSPACE}/audit?actor={text}&action={text}&target={text}&environment={text}&since={text}&until={text}#{text}`,
    isShown: true,
  },
  { path: `${WORKSPACE}/environments?q={text}&show={text}#{text}`, isShown: true },
  { path: `${INSIDE}/snapshots/{snapshot}?type={text}&state={text}#{text}` },
  {
    path: `${INSIDE}/reviews/{review}?severity={text}&kind={text}&disposition={text}&area={text}#{text}`,
  },
  { path: `${INSIDE}/packs?review={text}&run={text}#{text}` },
  { path: `${INSIDE}/restores/new?snapshot={text}#{text}` },
  { path: `${WORKSPACE}/environments/{text}` },
  { path: "/console/workspaces/{text}/runs" },
  { path: "/console/{text}" },
  { path: "/sign-in?return_to={text}" },
  { path: "/welcome?token={text}" },
  { path: "/workspaces/north/runs?environment={text}" },
  { path: "/workspaces/{text}/runs" },
  { path: "/workspaces/{text}/environments/{text}" },
  { path: "/api/v1/workspaces/north/runs?q={text}&initiator={text}&{text}={text}" },
];

/** What the console reads from its address: a value that is JSON counts as what it stands for. Null = no text. */
export function readsAs(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : null;
  } catch {
    return text;
  }
}
