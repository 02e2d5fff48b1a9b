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
  if (path === null) return { kind: "lacking" };
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await breakAnswers(page, shown, state);
  await page.goto(`${visit.url}/console${path}`);
  const faults = await settle(page, state);
  if (state === "shown") await shown.prepare?.(page);
  const said = await page
    .locator("main [data-problem]")
    .evaluateAll((places) => places.map((place) => place.getAttribute("data-problem") ?? ""));
  const asked = state === "shown" || state === "loading" ? null : SAYS[state];
  const isMissing = asked !== null && !said.includes(asked);
  return {
    kind: "seen",
    problems: [
      ...faults,
      ...said.filter((one) => one !== asked).map((one) => `shows the problem ${one}`),
      ...(isMissing ? [`does not show that it is ${asked}`] : []),
    ],
  };
}

async function settle(page: Page, state: PageState): Promise<readonly string[]> {
  const loading = page.locator("main [data-loading]").first();
  const content = page.locator("main :is(h1, h2, [data-problem]):visible").first();
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
