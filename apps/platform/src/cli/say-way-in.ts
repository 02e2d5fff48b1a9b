import { welcomePath } from "../access/invitation.ts";
import type { OwnerLink } from "../access/owner-link.ts";
import { say } from "./terminal.ts";

export interface WayIn {
  /** Where the server is reached. */
  readonly serverUrl: string;
  /** For the first start; null where somebody owns the installation, or nobody here can tell. */
  readonly link: OwnerLink | null;
  readonly hasToken: boolean;
}

/** Says where the product is and how to get in; the first time by a link that makes its reader the owner. */
export function sayWayIn({ serverUrl, link, hasToken }: WayIn): void {
  say(`Ready: ${serverUrl}`);
  if (link === null) {
    say("Sign in there. Who has no account or password gets a link: npx platform owner-link");
  } else {
    say("Become its owner by this link, which counts once and for a day:");
    say(`  ${serverUrl}${welcomePath(link.secret)}`);
  }
  if (hasToken) say("The token of SETTLED_BOOTSTRAP_TOKEN lets in its owner, too.");
}
