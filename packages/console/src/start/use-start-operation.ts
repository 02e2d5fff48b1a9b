import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { newKey } from "../api/new-key.ts";
import type { ServedRun } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";

/** A start as the server answers it; `joined` = the same work was under way already. */
export type StartedRun = ServedRun & { readonly joined: boolean };

export interface StartWish {
  /** Null = the whole workspace. */
  readonly environment: string | null;
  readonly input: unknown;
}

/**
 * Starts an operation. Sent again after the line was lost, the same wish bears the same key, so that it is fulfilled once.
 */
export function useStartOperation({
  workspace,
  type,
}: {
  readonly workspace: string;
  readonly type: string;
}) {
  const api = useApi();
  const last = useRef({ text: "", key: "" });
  return useMutation({
    mutationFn: async ({ environment, input }: StartWish): Promise<StartedRun> => {
      const body = { environment_id: environment, input };
      const text = JSON.stringify(body);
      if (last.current.text !== text) last.current = { text, key: newKey() };
      const path = `/workspaces/${encodeURIComponent(workspace)}/operations/${encodeURIComponent(type)}/runs`;
      const call = { method: "POST", body, idempotencyKey: last.current.key } as const;
      const answer = await api.ask<StartedRun>(path, call);
      last.current = { text: "", key: "" };
      return answer.body;
    },
  });
}
