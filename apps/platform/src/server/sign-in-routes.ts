import {
  type Answer,
  type Exchange,
  pageAnswer,
  problemAnswer,
  problemOf,
  type Route,
} from "settled/http";
import { signInPage } from "../pages/sign-in-page.ts";
import { isForeignForm } from "./is-foreign-form.ts";
import type { OwnerSession } from "./owner-session.ts";
import { readForm } from "./read-form.ts";
import { HOME_PATH, returnPath } from "./return-path.ts";
import { createWrongTries } from "./wrong-tries.ts";

export const SIGN_IN_PATH = "/sign-in";

/** Sign in with the owner token, and out again. */
export function signInRoutes(session: OwnerSession, now: () => Date): readonly Route[] {
  const tries = createWrongTries(now);

  async function showForm(exchange: Exchange): Promise<Answer> {
    const back = returnPath(exchange.url.searchParams.get("return_to"));
    return session.isOwner(exchange.request)
      ? { kind: "redirect", location: back }
      : pageAnswer(signInPage(exchange, { back, fault: null }));
  }

  async function signIn(exchange: Exchange): Promise<Answer> {
    const { request, url } = exchange;
    if (isForeignForm(request, url)) return problemAnswer(problemOf("cross_site_request"));
    const waitSeconds = tries.waitSeconds();
    if (waitSeconds > 0) return tooManyTries(waitSeconds);
    const form = await readForm(request);
    if (form === null) return problemAnswer(problemOf("body_too_large"));
    const back = returnPath(form.get("return_to"));
    if (!session.isToken((form.get("token") ?? "").trim())) {
      tries.count();
      const fault = "That is not the owner token of this installation.";
      return pageAnswer(signInPage(exchange, { back, fault }), 401);
    }
    return { kind: "redirect", location: back, headers: { "set-cookie": session.open(request) } };
  }

  async function signOut({ request }: Exchange): Promise<Answer> {
    const headers = { "set-cookie": session.end(request) };
    return { kind: "redirect", location: SIGN_IN_PATH, headers };
  }

  return [
    { method: "GET", path: SIGN_IN_PATH, surface: "page", access: "open", answer: showForm },
    { method: "POST", path: SIGN_IN_PATH, surface: "page", access: "open", answer: signIn },
    { method: "POST", path: "/sign-out", surface: "page", access: "actor", answer: signOut },
    { method: "GET", path: "/", surface: "page", access: "actor", answer: showHome },
  ];
}

async function showHome(): Promise<Answer> {
  return { kind: "redirect", location: HOME_PATH };
}

function tooManyTries(waitSeconds: number): Answer {
  const problem = problemOf("not_signed_in", {
    title: "Too many wrong tries",
    detail: "Ten wrong tokens were given within a minute.",
    nextActions: [`Wait ${waitSeconds} seconds, then go back and try again.`],
    headers: { "retry-after": String(waitSeconds) },
  });
  return problemAnswer({ ...problem, status: 429 });
}
