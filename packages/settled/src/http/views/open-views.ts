import type { SavedView, SavedViews } from "../../ports/saved-views.ts";
import { isRunId, type WorkspaceId } from "../../run/scope.ts";
import { SHARE_VIEWS } from "../capabilities.ts";
import { checkAccess, problemOfAccess } from "../check-access.ts";
import type { ActorExchange } from "../exchange.ts";
import { type Problem, problemOf } from "../problem.ts";
import { openRuns } from "../visible-runs.ts";

type Refused = { readonly kind: "problem"; readonly problem: Problem };

/** The saved views of a workspace in which the actor sees runs. */
export interface OpenedViews {
  readonly kind: "opened";
  readonly views: SavedViews;
  readonly workspaceId: WorkspaceId;
  /** Only who sees the whole workspace: a shared view may name any environment of it. */
  readonly seesShared: boolean;
}

export async function openViews(exchange: ActorExchange): Promise<OpenedViews | Refused> {
  const opened = await openRuns(exchange);
  if (opened.kind === "problem") return opened;
  const { workspaceId, reach } = opened;
  if (reach.kind === "forbidden") return { kind: "problem", problem: problemOfAccess(reach) };
  const { views } = exchange.desk.settled;
  if (views === undefined) return { kind: "problem", problem: problemOf("not_found") };
  return { kind: "opened", views, workspaceId, seesShared: reach.kind === "workspace" };
}

export interface OpenedView extends OpenedViews {
  readonly view: SavedView;
}

/** The view of the path, too; somebody else's own one reads as one that does not exist. */
export async function openView(exchange: ActorExchange): Promise<OpenedView | Refused> {
  const opened = await openViews(exchange);
  if (opened.kind === "problem") return opened;
  const id = exchange.pathPart("view");
  const view = isRunId(id) ? await opened.views.find(opened.workspaceId, id) : null;
  const isSeen = view !== null && (isOwn(exchange, view) || (view.isShared && opened.seesShared));
  return isSeen ? { ...opened, view } : { kind: "problem", problem: problemOf("not_found") };
}

export function isOwn({ actor }: ActorExchange, { owner }: SavedView): boolean {
  return owner.kind === actor.kind && owner.id === actor.id;
}

/** Null = the actor may say what everybody has. Who sees a part of the workspace only is told which right that needs. */
export async function mayShare(
  exchange: ActorExchange,
  { workspaceId }: OpenedViews,
): Promise<Problem | null> {
  const scope = { workspaceId, environmentId: null };
  const { kind } = await checkAccess(exchange, SHARE_VIEWS, scope);
  if (kind === "allowed") return null;
  return problemOfAccess({ kind: "forbidden", capability: SHARE_VIEWS });
}
