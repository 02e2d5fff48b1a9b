import {
  type Answer,
  type Exchange,
  pageAnswer,
  problemAnswer,
  problemOf,
  type Route,
  tooManyTries,
} from "settled/http";
import { acceptLink } from "../access/accept-link.ts";
import { WELCOME_PATH } from "../access/invitation.ts";
import { openSessionFor } from "../access/open-session-for.ts";
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from "../access/password.ts";
import { hashOfSecret } from "../access/secret.ts";
import { spentLinkPage, welcomePage } from "../pages/welcome-page.ts";
import type { Platform } from "../platform.ts";
import { findLink, type FoundLink } from "../store/link-store.ts";
import type { PlatformAccess } from "./platform-access.ts";
import { readForm } from "./read-form.ts";
import { HOME_PATH } from "./return-path.ts";

const SECRET_CHARS_MAX = 100;
const NAME_CHARS_MAX = 200;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,250}$/;

/** Where one-time links lead: to become the owner of a new installation, or to accept an invitation. */
export function welcomeRoutes(platform: Platform, access: PlatformAccess): readonly Route[] {
  const { database, settled } = platform;
  const parts = { database, audit: settled.audit };
  const { limits, addressOf } = access;

  async function showForm(exchange: Exchange): Promise<Answer> {
    const found = await linkOf(exchange, exchange.url.searchParams.get("token") ?? "");
    if (found.kind !== "found") return found.answer;
    const input = { ...found, openId: access.openId !== null };
    return pageAnswer(welcomePage(exchange, { ...input, fault: null, filled: null }));
  }

  async function accept(exchange: Exchange): Promise<Answer> {
    const { request, requestId } = exchange;
    const form = await readForm(request);
    if (form === null) return problemAnswer(problemOf("body_too_large"));
    const found = await linkOf(exchange, form.get("token") ?? "");
    if (found.kind !== "found") return found.answer;
    const { link, secret } = found;
    const filled = {
      name: (form.get("name") ?? "").trim(),
      email: (form.get("email") ?? "").trim(),
      password: form.get("password") ?? "",
    };
    const again = (fault: string, status: number) =>
      pageAnswer(
        welcomePage(exchange, { link, secret, openId: access.openId !== null, fault, filled }),
        status,
      );
    const fault = faultOf(link, filled);
    if (fault !== null) return again(fault, 422);
    const account = (link.email ?? filled.email).toLowerCase();
    const waitS = await limits.ofAccount.take(account);
    if (waitS > 0) return problemAnswer(tooManyTries(waitS));
    const accepted = await acceptLink(parts, { link, secret, ...filled, requestId });
    if (accepted.kind === "refused") {
      switch (accepted.because) {
        case "spent":
          return pageAnswer(spentLinkPage(exchange), 410);
        case "wrong_password":
          return again("That is not the password of this account.", 401);
        case "needs_provider":
          return again("Sign in through your organisation to accept.", 409);
      }
    }
    await limits.ofAccount.giveBack(account);
    const holder = { kind: "person", personId: accepted.personId } as const;
    const cookie = await openSessionFor(database, request, holder);
    return { kind: "redirect", location: HOME_PATH, headers: { "set-cookie": cookie } };
  }

  /** A wrong secret counts as a wrong try. */
  async function linkOf(exchange: Exchange, secret: string): Promise<LinkLook> {
    const address = addressOf(exchange.request);
    const waitS = await limits.ofAddress.take(address);
    if (waitS > 0) return { kind: "none", answer: problemAnswer(tooManyTries(waitS)) };
    const link =
      secret.length > SECRET_CHARS_MAX ? null : await findLink(database, hashOfSecret(secret));
    if (link === null) return { kind: "none", answer: pageAnswer(spentLinkPage(exchange), 410) };
    await limits.ofAddress.giveBack(address);
    return { kind: "found", link, secret };
  }

  return [
    { method: "GET", path: WELCOME_PATH, surface: "page", access: "open", answer: showForm },
    { method: "POST", path: WELCOME_PATH, surface: "page", access: "open", answer: accept },
  ];
}

type LinkLook =
  | { readonly kind: "found"; readonly link: FoundLink; readonly secret: string }
  | { readonly kind: "none"; readonly answer: Answer };

interface Filled {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

function faultOf(link: FoundLink, { name, email, password }: Filled): string | null {
  // Whoever has a password is asked for that, and for nothing else.
  if (link.has_password === true) return null;
  if (name === "" || name.length > NAME_CHARS_MAX) return "Give your name.";
  if (link.person_id === null && !EMAIL.test(email)) return "That is no e-mail address.";
  if (password.length < PASSWORD_CHARS_MIN) {
    return `A password has at least ${PASSWORD_CHARS_MIN} characters.`;
  }
  return password.length > PASSWORD_CHARS_MAX
    ? `A password has at most ${PASSWORD_CHARS_MAX} characters.`
    : null;
}
