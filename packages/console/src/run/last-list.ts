import type { AnyRouter } from "@tanstack/react-router";
import { keepText, keptText } from "../keep/kept-text.ts";
import { pageBeforeRuns, walkedPage, type WalkedPage, withPage } from "./walked-pages.ts";

interface Walk {
  readonly pages: readonly WalkedPage[];
  /** What stood behind the question mark of each workspace's list. */
  readonly searches: Readonly<Record<string, object>>;
}

/** Of this tab, so that a reload loses neither the list nor the way to it. */
const KEPT_AS = "settled.walk";

let walk: Walk = { pages: [], searches: {} };

/** Keeps where the person was, so that the way back from a run leads to the list as they saw it. */
export function rememberLists(router: AnyRouter): void {
  walk = keptWalk();
  router.subscribe("onResolved", ({ toLocation }) => {
    const { __TSR_index: index } = toLocation.state;
    const shown = walkedPage(index, toLocation.pathname);
    const search: object = toLocation.search;
    walk = {
      pages: withPage(walk.pages, shown),
      searches: shown.list === null ? walk.searches : { ...walk.searches, [shown.list]: search },
    };
    keepText("sessionStorage", KEPT_AS, JSON.stringify(walk));
  });
}

/** What stood behind the question mark; nothing where no list was seen. */
export function lastListOf(workspace: string): object {
  return walk.searches[workspace] ?? {};
}

/** The page that lies behind all runs which the person went through, and how many steps back; null = none is known. */
export function wayBackFrom(
  index: number,
): { readonly steps: number; readonly list: string | null } | null {
  const page = pageBeforeRuns(walk.pages, index);
  return page === null ? null : { steps: index - page.index, list: page.list };
}

function keptWalk(): Walk {
  try {
    const kept = JSON.parse(keptText("sessionStorage", KEPT_AS) ?? "{}") as Partial<Walk>;
    // An earlier release may have kept something else.
    return { pages: Array.isArray(kept.pages) ? kept.pages : [], searches: { ...kept.searches } };
  } catch {
    return walk;
  }
}
