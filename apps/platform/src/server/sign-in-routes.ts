import {
  type Answer,
  type Exchange,
  pageAnswer,
  problemAnswer,
  problemOf,
  type Route,
  tooManyTries,
} from "settled/http";
import { openSessionFor } from "../access/open-session-for.ts";
import { isPassword } from "../access/password.ts";
import { hashOfSecret, isSameSecret } from "../access/secret.ts";
import { endedSessionCookie, sessionIn } from "../access/session-cookie.ts";
import { signInPage, type SignInWays } from "../pages/sign-in-page.ts";
import type { Platform } from "../platform.ts";
import { findSignIn } from "../store/person-store.ts";
import { endSession, type SessionHolder } from "../store/session-store.ts";
import type { PlatformAccess } from "./platform-access.ts";
import { readForm } from "./read-form.ts";
import { HOME_PATH, returnPath } from "./return-path.ts";

export const SIGN_IN_PATH = "/sign-in";
export const SIGN_OUT_PATH = "/sign-out";

const WRONG = "That e-mail address and password do not fit together.";
const WRONG_TOKEN = "That is not the owner token of this installation.";

/** Sign in by password or by the owner token, and out again. */
export function signInRoutes(platform: Platform, access: PlatformAccess): readonly Route[] {
  const { database } = platform;
  const { actors, limits, addressOf, bootstrapToken } = access;
  const ways: SignInWays = { openId: access.openId !== null, ownerToken: bootstrapToken !== null };

  async function showForm(exchange: Exchange): Promise<Answer> {
    const back = returnPath(exchange.url.searchParams.get("return_to"));
    const isKnown = (await actors.resolveActor(exchange.request)) !== null;
    return isKnown
      ? { kind: "redirect", location: back }
      : pageAnswer(signInPage(exchange, { ways, back, fault: null, email: "" }));
  }

  async function signIn(exchange: Exchange): Promise<Answer> {
    const { request } = exchange;
    const form = await readForm(request);
    if (form === null) return problemAnswer(problemOf("body_too_large"));
    const back = returnPath(form.get("return_to"));
    const address = addressOf(request);
    const waitS = await limits.ofAddress.take(address);
    if (waitS > 0) return problemAnswer(tooManyTries(waitS));
    const found = form.has("token") ? holderOfToken(form) : await holderOfPassword(form);
    if (found.kind === "wait") return problemAnswer(tooManyTries(found.seconds));
    if (found.kind === "wrong") {
      const { fault, email } = found;
      return pageAnswer(signInPage(exchange, { ways, back, fault, email }), 401);
    }
    await limits.ofAddress.giveBack(address);
    const cookie = await openSessionFor(database, request, found.holder);
    return { kind: "redirect", location: back, headers: { "set-cookie": cookie } };
  }

  function holderOfToken(form: URLSearchParams): FoundHolder {
    const given = (form.get("token") ?? "").trim();
    if (bootstrapToken === null || !isSameSecret(given, bootstrapToken)) {
      return { kind: "wrong", fault: WRONG_TOKEN, email: "" };
    }
    const bootstrapHash = hashOfSecret(bootstrapToken);
    return { kind: "found", holder: { kind: "bootstrap", bootstrapHash } };
  }

  async function holderOfPassword(form: URLSearchParams): Promise<FoundHolder> {
    const email = (form.get("email") ?? "").trim();
    const account = email.toLowerCase();
    const waitS = await limits.ofAccount.take(account);
    if (waitS > 0) return { kind: "wait", seconds: waitS };
    const found = await findSignIn(database, email);
    const isRight = await isPassword(form.get("password") ?? "", found?.password_hash ?? null);
    if (found === null || !isRight) return { kind: "wrong", fault: WRONG, email };
    await limits.ofAccount.giveBack(account);
    return { kind: "found", holder: { kind: "person", personId: found.person_id } };
  }

  async function signOut({ request }: Exchange): Promise<Answer> {
    const secret = sessionIn(request);
    if (secret !== null) await endSession(database, hashOfSecret(secret));
    const headers = { "set-cookie": endedSessionCookie(request) };
    return { kind: "redirect", location: SIGN_IN_PATH, headers };
  }

  return [
    { method: "GET", path: SIGN_IN_PATH, surface: "page", access: "open", answer: showForm },
    { method: "POST", path: SIGN_IN_PATH, surface: "page", access: "open", answer: signIn },
    { ...SIGNED_IN, method: "POST", path: SIGN_OUT_PATH, answer: signOut },
    { ...SIGNED_IN, method: "GET", path: "/", answer: showHome },
  ];
}

type FoundHolder =
  | { readonly kind: "found"; readonly holder: SessionHolder }
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "wrong"; readonly fault: string; readonly email: string };

const SIGNED_IN = { surface: "page", access: "actor", capability: null } as const;

async function showHome(): Promise<Answer> {
  return { kind: "redirect", location: HOME_PATH };
}
