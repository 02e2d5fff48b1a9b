import type { Actor, Initiator } from "../run/actor.ts";
import type { WorkspaceId } from "../run/scope.ts";

/** As many as one person may keep, and as many as may be for everybody. */
export const OWN_VIEWS_MAX = 100;
export const SHARED_VIEWS_MAX = 100;

/** What a person says of a view. */
export interface ViewWish {
  readonly name: string;
  /** What stands behind the question mark of the list's address: the view itself, whatever it means to its console. */
  readonly query: string;
  /** For everybody who sees the whole workspace. */
  readonly isShared: boolean;
}

/** A list of runs that somebody wants to come back to. */
export interface SavedView extends ViewWish {
  readonly workspaceId: WorkspaceId;
  readonly id: string;
  /** Who saved it; the name as it was then. */
  readonly owner: Initiator;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export interface ListViewsInput {
  readonly workspaceId: WorkspaceId;
  readonly owner: Initiator;
  /** Those that others have shared, too. */
  readonly withShared: boolean;
}

/** Views of the list of runs. Each change and its entry in the audit log are one transaction. */
export interface SavedViews {
  /** By name; never more than OWN_VIEWS_MAX and SHARED_VIEWS_MAX. */
  list(input: ListViewsInput): Promise<readonly SavedView[]>;
  find(workspaceId: WorkspaceId, id: string): Promise<SavedView | null>;
  /** Null where there are as many as there may be. */
  save(
    workspaceId: WorkspaceId,
    wish: ViewWish,
    owner: Actor & Initiator,
  ): Promise<SavedView | null>;
  /** Null where it is gone, or cannot be shared since as many are as may be. */
  change(view: SavedView, wish: ViewWish, actor: Actor): Promise<SavedView | null>;
  remove(view: SavedView, actor: Actor): Promise<void>;
}
