import type { Look, TestBrowser, TestWindow } from "../open-browser.test-kit.ts";
import type { PlacesInput } from "./ask-world.test-kit.ts";
import { findPlaces } from "./console-places.test-kit.ts";
import { CONSOLE_PAGES, FIRST_LOOKS } from "./console-pages.test-kit.ts";
import { type Reader, readerTokens } from "./reader-tokens.test-kit.ts";
import type { PageState, ShownPage } from "./shown-page.test-kit.ts";
import { visitPage } from "./visit-page.test-kit.ts";

export interface PageStop {
  readonly shown: ShownPage;
  readonly state: PageState;
  readonly look: Required<Look>;
  readonly window: TestWindow;
  /** What is wrong with it, in words; none where it shows what was asked for. */
  readonly problems: readonly string[];
}

export interface WalkInput extends PlacesInput {
  readonly browser: TestBrowser;
  readonly looks: readonly Required<Look>[];
  /** Every look at each page in every state; else the first look at each as the server answers. */
  readonly everyState: boolean;
  /** Only pages whose name begins so. */
  readonly only?: string;
  stop(stop: PageStop): Promise<void>;
}

/** Goes over the table of pages in each look and in the eyes of each reader; answers the names of those that this world lacks. */
export async function walkPages(input: WalkInput): Promise<readonly string[]> {
  const places = await findPlaces(input);
  const tokens = await readerTokens(input);
  const lacking = new Set<string>();
  const pages = (input.everyState ? CONSOLE_PAGES : FIRST_LOOKS).filter(({ name }) =>
    name.startsWith(input.only ?? ""),
  );
  const fits = ({ onlyNarrow }: ShownPage, { width }: Look) =>
    onlyNarrow !== true || (width ?? NARROW) < NARROW;
  for (const look of input.looks) {
    for (const reader of READERS) {
      const own = pages.filter((page) => (page.as ?? "owner") === reader && fits(page, look));
      const visits = own.flatMap((shown) =>
        (input.everyState ? (shown.states ?? SHOWN) : SHOWN).map((state) => ({ shown, state })),
      );
      const walk = async () => {
        const window = await input.browser.openWindow(look);
        await window.context.setExtraHTTPHeaders({ authorization: `Bearer ${tokens[reader]}` });
        for (let next = visits.shift(); next !== undefined; next = visits.shift()) {
          const { page } = window;
          const visited = await visitPage({ ...input, places, page }, next.shown, next.state);
          if (visited.kind === "lacking") lacking.add(next.shown.name);
          else await input.stop({ ...next, look, window, problems: visited.problems });
        }
        await window.context.close();
      };
      // Most of a visit is waiting: for what is tried again, and for what never comes.
      await Promise.all(Array.from({ length: Math.min(WINDOWS, visits.length) }, walk));
    }
  }
  return [...lacking];
}

/** From here on the pages of a workspace stand beside the content. */
const NARROW = 1024;
const WINDOWS = 3;
const READERS: readonly Reader[] = ["owner", "viewer", "customer"];
const SHOWN: readonly PageState[] = ["shown"];
