import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export interface ProviderAccount {
  readonly subject: string;
  readonly email: string;
  readonly isVerified: boolean;
}

/** A real OpenID provider on this machine, and the browser of somebody who is signed in there. */
export interface OpenIdWorld {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Goes where a sign-in leads, as this account (null = says no), and answers where it leads back to. */
  visit(location: string, account: ProviderAccount | null): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = { client_id: "settled", client_secret: "secret-of-the-tests-0123456789abcdef" };
const REDIRECTS_MAX = 10;

export async function openOpenIdWorld(options: {
  readonly redirectUrl: string;
  /** Whether the address stands in the ID token, or is told at the userinfo endpoint alone. */
  readonly emailInIdToken: boolean;
}): Promise<OpenIdWorld> {
  const accounts = new Map<string, ProviderAccount>();
  let visitor: ProviderAccount | null = null;
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [options.redirectUrl], response_types: ["code"] }],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    conformIdTokenClaims: !options.emailInIdToken,
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["of-the-tests"] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => {
        const account = accounts.get(accountId);
        return { sub: accountId, email: account?.email, email_verified: account?.isVerified };
      },
    }),
  });
  const callback = provider.callback();
  answer = (request, response) => {
    if (request.url?.startsWith("/interaction/") === true) {
      void interact(provider, visitor, { request, response });
    } else {
      void callback(request, response);
    }
  };
  return {
    issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    async visit(location, account) {
      visitor = account;
      if (account !== null) accounts.set(account.subject, account);
      return browse(location, options.redirectUrl);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function interact(
  provider: Provider,
  visitor: ProviderAccount | null,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (visitor === null) {
    await provider.interactionFinished(request, response, { error: "access_denied" });
  } else if (prompt.name === "login") {
    const login = { accountId: visitor.subject };
    await provider.interactionFinished(request, response, { login });
  } else {
    const accountId = session?.accountId ?? "";
    const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
    grant.addOIDCScope("openid email profile");
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, { consent });
  }
}

/** Follows redirects with the provider's cookies, as far as the way back. */
async function browse(start: string, redirectUrl: string): Promise<string> {
  const cookies = new Map<string, string>();
  let location = start;
  for (let hop = 0; hop < REDIRECTS_MAX; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(location, { redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null)
      throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
    location = new URL(next, location).href;
    if (location.startsWith(redirectUrl)) return location;
  }
  throw new Error("The provider leads in circles.");
}
