import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { ServedRun } from "../../api/run-shape.ts";
import { newKey } from "../../api/new-key.ts";
import { useApi } from "../../api/use-api.ts";
import { runPath, type VersionedRun } from "../use-run.ts";

export interface RunActionCall {
  /** `cancel`, `rerun`, `reconcile?dry_run=true` … */
  readonly verb: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The version to act on, if not the one that the page shows. */
  readonly etag?: string | null;
}

export interface ActedRun<Answer> {
  readonly run: Answer;
  readonly etag: string | null;
}

/**
 * Takes an action on the run as the person saw it: if it has changed since, nothing is done and the server says so. A
 * second click while the first is under way is none, and a start that is sent again starts nothing twice.
 */
export function useRunAction<Answer extends ServedRun>({ run, etag: seen }: VersionedRun) {
  const api = useApi();
  const client = useQueryClient();
  // Screens are drawn some time after a click: two clicks in one breath see the same button.
  const isUnderWay = useRef(false);
  const start = useRef({ text: "", key: "" });

  async function send({ verb, body, etag = seen }: RunActionCall): Promise<ActedRun<Answer>> {
    const call = {
      method: "POST",
      body,
      ...(etag === null ? {} : { ifMatch: etag }),
      ...(verb === "rerun" ? { idempotencyKey: keyOf(JSON.stringify(body)) } : {}),
    } as const;
    const path = `${runPath(run.workspace_id, run.id)}:${verb}`;
    const answer = await api.ask<Answer>(path, call);
    return { run: answer.body, etag: answer.etag };
  }

  /** The same as long as the same is sent. */
  function keyOf(text: string): string {
    if (start.current.text !== text) start.current = { text, key: newKey() };
    return start.current.key;
  }

  const mutation = useMutation({
    mutationFn: (call: RunActionCall) => send(call).finally(() => (isUnderWay.current = false)),
    onSettled: () => client.invalidateQueries({ queryKey: ["run", run.workspace_id, run.id] }),
  });
  return {
    ...mutation,
    take(call: RunActionCall, onSuccess?: (answer: ActedRun<Answer>) => void): void {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      mutation.mutate(call, onSuccess === undefined ? {} : { onSuccess });
    },
    /** For another action of the same kind: what was sent before is over. */
    forget(): void {
      start.current = { text: "", key: "" };
      mutation.reset();
    },
  };
}
