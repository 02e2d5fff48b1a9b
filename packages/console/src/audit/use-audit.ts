import { useInfiniteQuery } from "@tanstack/react-query";
import type { AuditRecordJson } from "settled/http";
import { useApi } from "../api/use-api.ts";
import { cursorIn } from "../api/cursor-in.ts";
import { type AuditView, auditParameters } from "./audit-view.ts";

export type AuditEntry = AuditRecordJson;

interface AuditPageAnswer {
  readonly entries: readonly AuditEntry[];
  readonly next: string | null;
}

/** What was done in the workspace, newest first, page by page; each page is found by where the one before it ended. */
export function useAudit(workspace: string, view: AuditView) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["audit", workspace, view],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = auditParameters(view);
      if (pageParam !== null) query.set("cursor", pageParam);
      return (await api.ask<AuditPageAnswer>(`${auditPath(workspace)}?${query}`, { signal })).body;
    },
    getNextPageParam: ({ next }) => cursorIn(next),
  });
}

export function auditPath(workspace: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/audit`;
}
