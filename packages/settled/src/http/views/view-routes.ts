import type { Answer } from "../answer.ts";
import type { ApiOperation } from "../api-operation.ts";
import type { ActorExchange } from "../exchange.ts";
import type { Route } from "../route.ts";
import { CHANGE_VIEW, changeView } from "./change-view.ts";
import { LIST_VIEWS, listViews } from "./list-views.ts";
import { REMOVE_VIEW, removeView } from "./remove-view.ts";
import { SAVE_VIEW, saveView } from "./save-view.ts";

const VIEWS = "/api/v1/workspaces/:workspace/views";

/** Answered where the host's Settled keeps views. */
export const VIEW_ROUTES: readonly Route[] = [
  api("GET", VIEWS, listViews, LIST_VIEWS),
  api("POST", VIEWS, saveView, SAVE_VIEW),
  api("PATCH", `${VIEWS}/:view`, changeView, CHANGE_VIEW),
  api("DELETE", `${VIEWS}/:view`, removeView, REMOVE_VIEW),
];

function api(
  method: Route["method"],
  path: string,
  answer: (exchange: ActorExchange) => Promise<Answer>,
  operation: ApiOperation,
): Route {
  return { method, path, surface: "api", access: "actor", answer, operation };
}
