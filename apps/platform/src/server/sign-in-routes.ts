import {
  type Answer,
  type Exchange,
  isPlainPath,
  pageAnswer,
  problemAnswer,
  problemOf,
  type Route,
} from "settled/http";
import { signInPage } from "../pages/sign-in-page.ts";
import type { OwnerSession } from "./owner-session.ts";
import { createWrongTries } from "./wrong-tries.ts";

export const SIGN_IN_PATH = "/sign-in";
const HOME = "/workspaces";
const FORM_BYTES_MAX = 8_192;

/** Sign in with the owner token, and out again. */
export function signInRoutes(session: OwnerSession): readonly Route[] {
  const tries = createWrongTries();

  async function signIn(exchange: Exchange): Promise<Answer> {
    const form = await readForm(exchange.request);
    if (form === null) return problemAnswer(problemOf("body_too_large"));
    const back = localPath(form.get("return_to"));
    const waitSeconds = tries.waitSeconds();
    if (waitSeconds > 0) {
      const fault = `There were too many wrong tries. Wait ${waitSeconds} seconds, then try again.`;
      return pageAnswer(signInPage(exchange, { back, fault }), 429);
    }
    if (!session.isToken((form.get("token") ?? "").trim())) {
      tries.count();
      const fault = "That is not the owner token of this installation.";
      return pageAnswer(signInPage(exchange, { back, fault }), 401);
    }
    return { kind: "redirect", location: back, headers: { "set-cookie": session.cookie() } };
  }

  return [
    {
      method: "GET",
      path: SIGN_IN_PATH,
      surface: "page",
      access: "open",
      async answer(exchange) {
        const back = localPath(exchange.url.searchParams.get("return_to"));
        return pageAnswer(signInPage(exchange, { back, fault: null }));
      },
    },
    { method: "POST", path: SIGN_IN_PATH, surface: "page", access: "open", answer: signIn },
    {
      method: "POST",
      path: "/sign-out",
      surface: "page",
      access: "actor",
      async answer() {
        const headers = { "set-cookie": session.expiredCookie() };
        return { kind: "redirect", location: SIGN_IN_PATH, headers };
      },
    },
    {
      method: "GET",
      path: "/",
      surface: "page",
      access: "actor",
      answer: async () => ({ kind: "redirect", location: HOME }),
    },
  ];
}

/** Only a path of this host: a link to the sign-in must not lead elsewhere afterwards. */
function localPath(asked: string | null): string {
  return isPlainPath(asked) && !asked.startsWith(SIGN_IN_PATH) ? asked : HOME;
}

async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (Number(request.headers.get("content-length") ?? 0) > FORM_BYTES_MAX) return null;
  const text = await request.text();
  return text.length > FORM_BYTES_MAX ? null : new URLSearchParams(text);
}
