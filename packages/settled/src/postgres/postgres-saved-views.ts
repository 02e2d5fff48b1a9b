import { v7 as uuidv7 } from "uuid";
import type { AuditEntry, AuditLog } from "../ports/audit-log.ts";
import {
  OWN_VIEWS_MAX,
  type SavedView,
  type SavedViews,
  SHARED_VIEWS_MAX,
} from "../ports/saved-views.ts";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { Actor, Initiator } from "../run/actor.ts";
import { NAME_BYTES_MAX, safeText } from "../run/safe-text.ts";
import type { NamedSql } from "./sql-files.ts";
import type { StoreExecutors } from "./store-executors.ts";

export function createPostgresSavedViews(
  { within }: StoreExecutors,
  sql: NamedSql,
  audit: AuditLog,
): SavedViews {
  const ask = async (on: SqlExecutor, name: string, values: readonly unknown[]) =>
    (await on.executeSql(sql(name), values)).rows;
  return {
    async list({ workspaceId, owner, withShared }) {
      const most = OWN_VIEWS_MAX + SHARED_VIEWS_MAX;
      const values = [workspaceId, ...ownerKey(owner), withShared, most];
      return (await ask(within(workspaceId), "list-saved-views", values)).map(asView);
    },
    async find(workspaceId, id) {
      const [row] = await ask(within(workspaceId), "find-saved-view", [workspaceId, id]);
      return row === undefined ? null : asView(row);
    },
    save: (workspaceId, { name, query, isShared }, owner) =>
      within(workspaceId).transaction(async (on) => {
        const [row] = await ask(on, "insert-saved-view", [
          workspaceId,
          uuidv7(),
          ...ownerKey(owner),
          safeText(owner.name, NAME_BYTES_MAX),
          name,
          query,
          isShared,
          OWN_VIEWS_MAX,
          SHARED_VIEWS_MAX,
        ]);
        if (row === undefined) return null;
        const view = asView(row);
        await audit.record(on, entryOf(view, "view.save", owner));
        return view;
      }),
    change: ({ workspaceId, id }, { name, query, isShared }, actor) =>
      within(workspaceId).transaction(async (on) => {
        const values = [workspaceId, id, name, query, isShared, SHARED_VIEWS_MAX];
        const [row] = await ask(on, "change-saved-view", values);
        if (row === undefined) return null;
        const view = asView(row);
        await audit.record(on, entryOf(view, "view.change", actor));
        return view;
      }),
    remove: (view, actor) =>
      within(view.workspaceId).transaction(async (on) => {
        const gone = await ask(on, "remove-saved-view", [view.workspaceId, view.id]);
        if (gone.length > 0) await audit.record(on, entryOf(view, "view.remove", actor));
      }),
  };
}

function ownerKey({ kind, id }: Initiator): readonly string[] {
  return [kind, safeText(id, NAME_BYTES_MAX)];
}

/** What a person keeps for themself stays theirs: the log names and quotes only what is for everybody. */
function entryOf(view: SavedView, action: `view.${string}`, actor: Actor): AuditEntry {
  const { workspaceId, id, name, query, isShared } = view;
  return {
    workspaceId,
    environmentId: null,
    actor,
    action,
    target: { type: "saved_view", id, name: isShared ? name : null },
    reason: null,
    detail: isShared ? { shared: true, query } : { shared: false },
  };
}

interface ViewRow {
  readonly workspace_id: SavedView["workspaceId"];
  readonly id: string;
  readonly owner_kind: Initiator["kind"];
  readonly owner_id: string;
  readonly owner_name: string;
  readonly name: string;
  readonly query: string;
  readonly is_shared: boolean;
  readonly created_at: Date;
  readonly changed_at: Date;
}

function asView(row: unknown): SavedView {
  const read = row as ViewRow;
  return {
    workspaceId: read.workspace_id,
    id: read.id,
    owner: { kind: read.owner_kind, id: read.owner_id, name: read.owner_name },
    name: read.name,
    query: read.query,
    isShared: read.is_shared,
    createdAt: read.created_at,
    changedAt: read.changed_at,
  };
}
