import { SettledError } from "../run/settled-error.ts";

const TAKE_ROLE = "-c role=settled_server";

/**
 * The same connection string for a server that has no account of its own: it takes the role `settled_server` as it
 * connects. Row-level security then binds it, but whoever runs SQL there may take the account's own rights back.
 */
export function inServerRole(connectionString: string): string {
  let url: URL;
  try {
    url = new URL(connectionString);
  } catch (cause) {
    throw new SettledError(
      "invalid_configuration",
      "The role of a server can only be set in a connection string that is a URL, such as postgres://host/database.",
      { cause },
    );
  }
  const options = url.searchParams.get("options");
  url.searchParams.set("options", options === null ? TAKE_ROLE : `${options} ${TAKE_ROLE}`);
  return url.href;
}
