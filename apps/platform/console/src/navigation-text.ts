import { createMessage } from "settled-console/app";

/** What is said before any page is loaded: the catalogue of the pages is loaded with the first of them. */
export const navigationText = createMessage({
  "nav.environments": "Environments",
  "nav.members": "Members",
  "nav.tokens": "Tokens",
  "nav.published": "Your reviews",
  "workspaces.first":
    "Whoever runs this installation makes the first one at its machine: npx platform import --workspace W --environment E --folder PATH",
});
