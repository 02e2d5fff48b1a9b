import type { Settled } from "../create-settled.ts";
import { WEBHOOK_EVENT_TYPES } from "../ports/webhook.ts";
import type { WorkspaceId } from "../run/scope.ts";

/** Webhooks for an exam of the API to act on. */
export interface ExamWebhooks {
  /** One with a delivery that was given up; those before it go, so that there is room for more. */
  add(): Promise<void>;
  /** Values that lead to them, by the name of a part of a path or a member of a body. */
  known(name: string): readonly string[];
}

/** A public host, though nothing is ever sent there. */
const URL_TEXT = "https://example.com/hooks";
const ACTOR = { kind: "user", id: "exam", name: "Exam" } as const;

export function createExamWebhooks(
  { webhooks: desk, database }: Pick<Settled, "webhooks" | "database">,
  workspaceId: WorkspaceId,
): ExamWebhooks {
  if (desk === null) throw new Error("Webhooks are off.");
  const ids = { webhook: "", delivery: "" };
  return {
    async add() {
      for (const { id } of await desk.list(workspaceId)) {
        await desk.remove({ workspaceId, id, actor: ACTOR });
      }
      const wish = { url: URL_TEXT, description: "", environmentIds: null };
      const all = { ...wish, eventTypes: WEBHOOK_EVENT_TYPES };
      const made = await desk.create(workspaceId, all, ACTOR);
      if (made.kind === "refused") throw new Error(made.because);
      const act = { workspaceId, id: made.endpoint.id, actor: ACTOR };
      const sent = await desk.ping(act);
      if (sent.kind === "refused") throw new Error(sent.because);
      await database.executeSql(
        "update settled.webhook_deliveries set status = 'given_up' where id = $1",
        [sent.delivery.id],
      );
      Object.assign(ids, { webhook: act.id, delivery: sent.delivery.id });
    },
    known(name) {
      if (name === "url") return [URL_TEXT];
      return name === "webhook" || name === "delivery" ? [ids[name]] : [];
    },
  };
}
