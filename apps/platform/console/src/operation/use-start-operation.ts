import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { type ServedRun, useApi } from "settled-console/app";

/** A start as the server answers it; `joined` = the same work was under way already. */
export type StartedRun = ServedRun & { readonly joined: boolean };

export interface StartedWork {
  readonly workspace: string;
  readonly environment: string;
  readonly type: string;
}

/**
 * Starts an operation in one environment. Sent again after the line was lost, the same work bears the same key, so that it
 * is done once.
 */
export function useStartOperation({ workspace, environment, type }: StartedWork) {
  const api = useApi();
  const last = useRef({ text: "", key: "" });
  return useMutation({
    mutationFn: async (input: object): Promise<StartedRun> => {
      const body = { environment_id: environment, input };
      const text = JSON.stringify(body);
      if (last.current.text !== text) last.current = { text, key: newKey() };
      const path = `/workspaces/${encodeURIComponent(workspace)}/operations/${type}/runs`;
      const call = { method: "POST", body, idempotencyKey: last.current.key } as const;
      const answer = await api.ask<StartedRun>(path, call);
      last.current = { text: "", key: "" };
      return answer.body;
    },
  });
}

/** `crypto.randomUUID` is there on secure origins alone; this is everywhere. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
