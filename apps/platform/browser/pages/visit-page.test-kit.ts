import type { Page } from "playwright-core";
import { breakAnswers } from "./break-answers.test-kit.ts";
import { type ConsolePlaces, placePath } from "./console-places.test-kit.ts";
import type { PageState, ShownPage } from "./shown-page.test-kit.ts";

export interface Visit {
  readonly url: string;
  readonly places: ConsolePlaces;
  readonly page: Page;
}

/** What a visit met; `problems` names each that the page shows and that nobody had asked for. */
export type Visited =
  | { readonly kind: "seen"; readonly problems: readonly string[] }
  | { readonly kind: "lacking" };

/** What a page says of itself where it cannot show what belongs there. */
const SAYS: Readonly<Record<Exclude<PageState, "shown" | "loading">, string>> = {
  offline: "unreachable",
  fault: "fault",
  forbidden: "forbidden",
  not_found: "not_found",
};
const WITHIN_MS = 15_000;

/** Shows a page in a state and waits until it stands still; a page whose world lacks what it shows is left out. */
export async function visitPage(
  visit: Visit,
  shown: ShownPage,
  state: PageState,
): Promise<Visited> {
  const { page } = visit;
  const path = placePath(shown.path, visit.places);
  const lacks = shown.needs !== undefined && visit.places[shown.needs] === undefined;
  if (path === null || lacks) return { kind: "lacking" };
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await breakAnswers(visit, shown, state);
  await page.goto(`${visit.url}/console${path}`);
  const asked = problemOf(shown, state);
  const faults = [...(await settle(page, state, asked)), ...(await prepared(page, shown, state))];
  const said = await page
    .locator("main [data-problem]")
    .evaluateAll((places) => places.map((place) => place.getAttribute("data-problem") ?? ""));
  const isMissing = asked !== null && !said.includes(asked);
  return {
    kind: "seen",
    problems: [
      ...faults,
      ...said.filter((one) => one !== asked).map((one) => `shows the problem ${one}`),
      ...(isMissing ? [`does not show that it is ${asked}`] : []),
      ...(await overflowOf(page)),
    ],
  };
}

/** Which problem belongs on the page. */
function problemOf({ meets, tellsItself }: ShownPage, state: PageState): string | null {
  if (state === "shown") return meets ?? null;
  return state === "loading" || tellsItself?.includes(state) === true ? null : SAYS[state];
}

async function prepared(
  page: Page,
  shown: ShownPage,
  state: PageState,
): Promise<readonly string[]> {
  if (state !== "shown" || shown.prepare === undefined) return [];
  try {
    await shown.prepare(page);
    return [];
  } catch (error) {
    const [why = ""] = error instanceof Error ? error.message.split("\n") : [String(error)];
    return [`cannot be prepared: ${why}`];
  }
}

/** A page that is wider than its window makes people push it to and fro. */
async function overflowOf(page: Page): Promise<readonly string[]> {
  const beyond = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  return beyond > 0 ? [`is ${beyond} pixels wider than its window`] : [];
}

/** A heading that stands in for the page's own says only that the frame is there. */
const CONTENT = "main :is(h1:not([data-stand-in]), h2, [data-problem]):visible";

async function settle(
  page: Page,
  state: PageState,
  asked: string | null,
): Promise<readonly string[]> {
  const loading = page.locator("main [data-loading]").first();
  const awaited = asked === null ? CONTENT : `main [data-problem=${asked}]`;
  const content = page.locator(awaited).first();
  try {
    if (state === "loading") await loading.waitFor({ timeout: WITHIN_MS });
    else {
      await content.waitFor({ timeout: WITHIN_MS });
      await loading.waitFor({ state: "detached", timeout: WITHIN_MS });
    }
    return [];
  } catch {
    return [state === "loading" ? "shows nothing while it waits" : "never stands still"];
  }
}
