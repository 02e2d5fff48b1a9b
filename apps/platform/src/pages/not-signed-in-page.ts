import { html } from "hono/html";
import { type Exchange, type Html, layout } from "settled/http";

/** Why the way through an OpenID provider did not lead in. */
export type NotSignedIn = "unreachable" | "not_begun" | "refused" | "not_invited";

const WORDS: Readonly<Record<NotSignedIn, { readonly title: string; readonly detail: string }>> = {
  unreachable: {
    title: "Your organisation's sign-in cannot be reached",
    detail:
      "Wait a moment and try again. If it stays so, whoever runs this installation should look at its log.",
  },
  not_begun: {
    title: "This sign-in was not begun here",
    detail: "It took longer than ten minutes, or was begun in another browser. Begin again.",
  },
  refused: {
    title: "Your organisation did not let you in",
    detail: "The sign-in was cancelled, or its answer could not be believed. Begin again.",
  },
  not_invited: {
    title: "You are not invited here",
    detail:
      "Your organisation knows you, but no owner of a workspace has added your verified e-mail address. Ask one to do so.",
  },
};

/** Says what went wrong at an OpenID provider, and leads back to the beginning. */
export function notSignedInPage({ desk }: Exchange, why: NotSignedIn): Html {
  const { title, detail } = WORDS[why];
  const content = html`<div class="card narrow">
    <h1>${title}</h1>
    <p>${detail}</p>
    <p><a class="button" href="/sign-in">Back to the sign-in</a></p>
  </div>`;
  return layout(desk, { title, workspaceId: null }, content);
}
