import { html } from "hono/html";
import { type Exchange, type Html, layout } from "settled/http";

/** By what people can sign in here, beside a password. */
export interface SignInWays {
  readonly openId: boolean;
  readonly ownerToken: boolean;
}

export interface SignInPageInput {
  readonly ways: SignInWays;
  readonly back: string;
  readonly fault: string | null;
  /** What was typed before. */
  readonly email: string;
}

/** Asks who somebody is, by each way that is set up. */
export function signInPage({ desk }: Exchange, input: SignInPageInput): Html {
  const { ways, back, fault, email } = input;
  const way = encodeURIComponent(back);
  const content = html`<div class="card narrow">
    <h1>Sign in</h1>
    ${fault === null ? "" : html`<p role="alert"><b class="no">${fault}</b></p>`}
    ${
      ways.openId
        ? html`<p>
              <a class="button" href="/sign-in/openid?return_to=${way}"
                >Sign in through your organisation</a
              >
            </p>
            <p class="soft">Or with a password of this installation:</p>`
        : ""
    }
    <form method="post" action="/sign-in">
      <input type="hidden" name="return_to" value="${back}" />
      <p>
        <label for="email">E-mail address</label>
        <input
          id="email"
          name="email"
          type="email"
          value="${email}"
          autocomplete="username"
          required
          autofocus
        />
      </p>
      <p>
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
        />
      </p>
      <button>Sign in</button>
    </form>
    ${ways.ownerToken ? ownerTokenForm(back) : ""}
    <p class="soft small">
      No account yet? An owner of your workspace gives you a link. Whoever runs this installation
      gets one for its owner by
      <code>npx platform owner-link</code>.
    </p>
  </div>`;
  return layout(desk, { title: "Sign in", workspaceId: null }, content);
}

function ownerTokenForm(back: string): Html {
  return html`<details>
    <summary>Use the owner token</summary>
    <form method="post" action="/sign-in">
      <input type="hidden" name="return_to" value="${back}" />
      <p>
        <label for="token">The token of <code>SETTLED_BOOTSTRAP_TOKEN</code></label>
        <input id="token" name="token" type="password" autocomplete="off" required />
      </p>
      <button>Sign in as owner</button>
    </form>
  </details>`;
}
