import { html } from "hono/html";
import { type Exchange, type Html, layout } from "settled/http";
import type { FoundLink } from "../store/link-store.ts";

export interface WelcomePageInput {
  readonly link: FoundLink;
  readonly secret: string;
  readonly openId: boolean;
  readonly fault: string | null;
  /** What was typed before. */
  readonly filled: { readonly name: string; readonly email: string } | null;
}

/** What a one-time link offers, and what is asked of whoever takes it up. */
export function welcomePage({ desk }: Exchange, input: WelcomePageInput): Html {
  const { link, fault, openId } = input;
  const isOwner = link.person_id === null;
  const title = isOwner ? "Welcome" : `Join ${link.workspace_name ?? "the workspace"}`;
  const content = html`<div class="card narrow">
    <h1>${title}</h1>
    ${
      isOwner
        ? html`<p>
            You become the owner of this installation: of every workspace that there is, and of
            those that are made later.
          </p>`
        : html`<p>You were invited as <b>${link.email ?? ""}</b>.</p>`
    }
    ${fault === null ? "" : html`<p role="alert"><b class="no">${fault}</b></p>`}
    ${
      openId && !isOwner
        ? html`<p>
            <a class="button" href="/sign-in/openid">Sign in through your organisation</a>
          </p>`
        : ""
    }
    ${link.has_identity && link.has_password !== true ? "" : form(input)}
  </div>`;
  return layout(desk, { title, workspaceId: null }, content);
}

function form({ link, secret, filled }: WelcomePageInput): Html {
  const isKnown = link.has_password === true;
  return html`<form method="post" action="/welcome">
    <input type="hidden" name="token" value="${secret}" />
    ${
      isKnown
        ? ""
        : html`<p>
            <label for="name">Your name</label>
            <input
              id="name"
              name="name"
              value="${filled?.name ?? ""}"
              maxlength="200"
              autocomplete="name"
              required
              autofocus
            />
          </p>`
    }
    ${
      link.person_id === null
        ? html`<p>
            <label for="email">E-mail address</label>
            <input
              id="email"
              name="email"
              type="email"
              value="${filled?.email ?? ""}"
              maxlength="320"
              autocomplete="username"
              required
            />
          </p>`
        : html`<input
            type="hidden"
            name="email"
            value="${link.email ?? ""}"
            autocomplete="username"
          />`
    }
    <p>
      <label for="password"
        >${isKnown ? "Your password" : "A new password, at least 12 characters"}</label
      >
      <input
        id="password"
        name="password"
        type="password"
        maxlength="256"
        autocomplete="${isKnown ? "current-password" : "new-password"}"
        required
      />
    </p>
    <button>${isKnown ? "Join" : "Begin"}</button>
  </form>`;
}

/** For a link that was used, has expired, or never was one: they look the same. */
export function spentLinkPage({ desk }: Exchange): Html {
  const title = "This link leads nowhere any more";
  const content = html`<div class="card narrow">
    <h1>${title}</h1>
    <p>
      A link counts once and for a while. If you have an account, sign in. Else ask whoever gave it
      to you for a new one.
    </p>
    <p>
      The owner of the installation gets one at the machine where it runs:
      <code>npx platform owner-link</code>
    </p>
    <p><a class="button" href="/sign-in">To the sign-in</a></p>
  </div>`;
  return layout(desk, { title, workspaceId: null }, content);
}
