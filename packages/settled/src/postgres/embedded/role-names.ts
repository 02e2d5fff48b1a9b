// Not named as the library's schema: a role's own schema comes first in its search path, and tables of the host would
// land in ours.
export const OWNER = "settled_owner";
/** The account that serves requests. */
export const SERVING = "settled_serving";
/** What that account may do: the library's migrations grant to it. */
export const SERVER_ROLE = "settled_server";
