import { html } from "hono/html";
import { type Exchange, type Html, layout } from "settled/http";

/** Asks for the owner token. */
export function signInPage(
  { desk }: Exchange,
  { back, fault }: { readonly back: string; readonly fault: string | null },
): Html {
  const content = html`<div class="card">
    <h1>Sign in</h1>
    <p>
      Use the owner token of this installation. It was printed when the product was started, and
      stands in the file that was named there.
    </p>
    ${fault === null ? "" : html`<p role="alert"><strong>${fault}</strong></p>`}
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
      <button type="submit">Sign in</button>
    </form>
  </div>`;
  return layout(desk, { title: "Sign in", workspaceId: null }, content);
}
