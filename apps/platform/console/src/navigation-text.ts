import { createMessage } from "settled-console/app";

/** What is said before any page is loaded: the catalogue of the pages is loaded with the first of them. */
export const navigationText = createMessage({
  "nav.environments": "Environments",
  "nav.members": "Members",
  "nav.tokens": "Tokens",
  "nav.published": "Your reviews",
});
