import { VIEW_RUNS } from "../capabilities.ts";
import type { Route } from "../route.ts";
import { showRunPage } from "./show-run-page.ts";
import { showRunsPage } from "./show-runs-page.ts";

const PAGE = { method: "GET", surface: "page", access: "actor", capability: VIEW_RUNS } as const;
const RUNS = "/workspaces/:workspace/runs";

/** The plain pages for runs, of a host that has none of its own. */
export const PAGE_ROUTES: readonly Route[] = [
  { ...PAGE, path: RUNS, answer: showRunsPage },
  { ...PAGE, path: `${RUNS}/:run`, answer: showRunPage },
];
