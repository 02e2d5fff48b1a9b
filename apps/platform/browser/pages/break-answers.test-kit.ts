import type { Page, Route } from "playwright-core";
import { type ConsolePlaces, placePath } from "./console-places.test-kit.ts";
import type { PageState, ShownPage } from "./shown-page.test-kit.ts";

/** What a page lives by; who the person is, and what the frame shows of it, stays known. */
const API = /\/api\/v1\/(?!me\b)/;
const API_AND_ME = /\/api\/v1\//;

/** A problem as the server tells it, for the states that no healthy server is in. */
const PROBLEMS = {
  fault: {
    status: 500,
    code: "internal",
    title: "Something went wrong",
    detail: "The fault was written down. Nothing that was recorded is lost.",
    next_actions: ["Try again."],
  },
  forbidden: {
    status: 403,
    code: "forbidden",
    title: "This is not allowed",
    detail: "It needs a right that you do not have.",
    capability: "runs.view",
    next_actions: ["Ask an owner."],
  },
  not_found: {
    status: 404,
    code: "not_found",
    title: "There is nothing here",
    detail: "It does not exist, or it is not yours to see.",
    next_actions: ["Check the address."],
  },
} as const;

/** Makes the server's answers to a page what its state asks for; undone with `page.unrouteAll`. */
export async function breakAnswers(
  { page, places }: { readonly page: Page; readonly places: ConsolePlaces },
  shown: ShownPage,
  state: PageState,
): Promise<void> {
  const endingIn = (end: string) => (url: URL) =>
    url.pathname.startsWith("/api/v1/") && url.pathname.endsWith(placePath(end, places) ?? end);
  const broken = shown.needsMe === true ? API_AND_ME : API;
  if (state !== "shown") await page.route(broken, (route) => answerAs(route, state));
  if (state === "offline" && broken === API) await loseMeLater(page);
  for (const [end, body] of Object.entries(shown.answers ?? {})) {
    await page.route(endingIn(end), (route) => route.fulfill({ json: body }));
  }
  for (const end of shown.broken ?? []) {
    await page.route(endingIn(end), (route) => answerAs(route, "fault"));
  }
}

/** Who the person is, is known already when the line goes down. */
async function loseMeLater(page: Page): Promise<void> {
  // The page that was shown before asks as well.
  await page.goto("about:blank");
  let asked = 0;
  await page.route(/\/api\/v1\/me$/, (route) => {
    asked += 1;
    return asked === 1 ? route.continue() : answerAs(route, "offline");
  });
}

async function answerAs(route: Route, state: Exclude<PageState, "shown">): Promise<void> {
  switch (state) {
    case "loading":
      // Never answered: whoever asks waits for as long as the page is there.
      return undefined;
    case "offline":
      return route.abort("connectionrefused");
    case "fault":
    case "forbidden":
    case "not_found": {
      const problem = PROBLEMS[state];
      return route.fulfill({
        status: problem.status,
        contentType: "application/problem+json",
        body: JSON.stringify(problem),
      });
    }
  }
}
