import { apiRoute } from "../api-route.ts";
import type { Route } from "../route.ts";
import { CHANGE_VIEW, changeView } from "./change-view.ts";
import { LIST_VIEWS, listViews } from "./list-views.ts";
import { REMOVE_VIEW, removeView } from "./remove-view.ts";
import { SAVE_VIEW, saveView } from "./save-view.ts";

const VIEWS = "/api/v1/workspaces/:workspace/views";

/** Answered where the host's Settled keeps views. */
export const VIEW_ROUTES: readonly Route[] = [
  apiRoute("GET", VIEWS, listViews, LIST_VIEWS),
  apiRoute("POST", VIEWS, saveView, SAVE_VIEW),
  apiRoute("PATCH", `${VIEWS}/:view`, changeView, CHANGE_VIEW),
  apiRoute("DELETE", `${VIEWS}/:view`, removeView, REMOVE_VIEW),
];
