import { html } from "hono/html";
import { type Exchange, type Html, layout } from "settled/http";

/** Asks for the owner token. */
export function signInPage(
  { desk }: Exchange,
  { back, fault }: { readonly back: string; readonly fault: string | null },
): Html {
  const content = html`<div class="card narrow">
    <h1>Sign in</h1>
    <p>
      Use the owner token of this installation. It was printed, or the file that holds it was named,
      where the product was started. If <code>SETTLED_BOOTSTRAP_TOKEN</code> is set there, that is
      the token.
    </p>
    ${fault === null ? "" : html`<p role="alert"><b class="no">${fault}</b></p>`}
    <form method="post" action="/sign-in">
      <input type="hidden" name="return_to" value="${back}" />
      <p>
        <label for="token">Owner token</label>
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="current-password"
          required
          autofocus
        />
      </p>
      <button>Sign in</button>
    </form>
  </div>`;
  return layout(desk, { title: "Sign in", workspaceId: null }, content);
}
