import { type Answer, type Exchange, pageAnswer, type Route } from "settled/http";
import { openSessionFor } from "../access/open-session-for.ts";
import type { OpenIdProvider } from "../access/openid-provider.ts";
import { pendingCookie, pendingIn } from "../access/pending-cookie.ts";
import { writeDown } from "../access/access-parts.ts";
import { notSignedInPage } from "../pages/not-signed-in-page.ts";
import type { Platform } from "../platform.ts";
import { nameWorkspace } from "../store/name-workspace.ts";
import { findIdentity, type VouchedPerson } from "../store/person-store.ts";
import type { WorkspaceId } from "settled";
import type { OpenIdClaims } from "../access/openid-provider.ts";
import { returnPath } from "./return-path.ts";
import { OPENID_RETURN_PATH } from "./server-settings.ts";

export const OPENID_PATH = "/sign-in/openid";

/** Sign in at an OpenID provider. It says who somebody is; what they may do was given to them here before. */
export function openIdRoutes(platform: Platform, provider: OpenIdProvider): readonly Route[] {
  const { database } = platform;

  async function goThere(exchange: Exchange): Promise<Answer> {
    const back = returnPath(exchange.url.searchParams.get("return_to"));
    try {
      const { location, pending } = await provider.begin(back);
      const headers = { "set-cookie": pendingCookie(exchange.request, pending) };
      return { kind: "redirect", location, headers };
    } catch (error) {
      exchange.desk.logger.error({ error }, "the OpenID provider could not be reached");
      return pageAnswer(notSignedInPage(exchange, "unreachable"), 503);
    }
  }

  async function comeBack(exchange: Exchange): Promise<Answer> {
    const { request, url, requestId } = exchange;
    const pending = pendingIn(request);
    if (pending === null) return pageAnswer(notSignedInPage(exchange, "not_begun"), 400);
    const claims = await provider.finish(url.search, pending);
    if (claims === null) return pageAnswer(notSignedInPage(exchange, "refused"), 401);
    const person = await vouchedPerson(platform, claims, requestId);
    if (person === null) return pageAnswer(notSignedInPage(exchange, "not_invited"), 403);
    const holder = { kind: "person", personId: person.person_id } as const;
    const cookie = await openSessionFor(database, request, holder);
    const location = returnPath(pending.back);
    return { kind: "redirect", location, headers: { "set-cookie": cookie } };
  }

  return [
    { method: "GET", path: OPENID_PATH, surface: "page", access: "open", answer: goThere },
    { method: "GET", path: OPENID_RETURN_PATH, surface: "page", access: "open", answer: comeBack },
  ];
}

/** The person meant, with the invitations that their coming accepts written down. */
async function vouchedPerson(
  { database, settled }: Platform,
  claims: OpenIdClaims,
  requestId: string,
): Promise<VouchedPerson | null> {
  return database.transaction(async (tx) => {
    const person = await findIdentity(tx, claims);
    if (person === null) return null;
    const { person_id: id, name } = person;
    for (const workspaceId of person.accepted) {
      await nameWorkspace(tx, workspaceId as WorkspaceId);
      await writeDown(settled, tx, {
        workspaceId: workspaceId as WorkspaceId,
        by: { kind: "user", id, name, requestId },
        action: "member.accept",
        target: { type: "member", id, name },
        detail: { by: "openid" },
      });
    }
    return person;
  });
}
