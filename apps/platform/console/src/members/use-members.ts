import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "settled-console/app";
import type { z } from "zod";
import type { ADD_MEMBER, LIST_MEMBERS } from "../../../src/server/member-operations.ts";

type MembersAnswer = z.output<(typeof LIST_MEMBERS)["answers"][200]["schema"]>;
export type Member = MembersAnswer["members"][number];
export type InvitedMember = z.output<(typeof ADD_MEMBER)["answers"][201]["schema"]>;

function membersPath(workspace: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/members`;
}

/** Who is in a workspace, by name. */
export function useMembers(workspace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["members", workspace],
    queryFn: async ({ signal }) =>
      (await api.ask<MembersAnswer>(membersPath(workspace), { signal })).body.members,
  });
}

export interface MemberCall {
  /** Below the list: empty = the list itself, `/{id}`, `/{id}:invite`. */
  readonly path: string;
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly body?: unknown;
}

/** Changes who is in a workspace. The answer is kept nowhere: it may hold a link that counts. */
export function useMemberCall<Answer>(workspace: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async ({ path, method, body }: MemberCall) => {
      const call = { method, ...(body === undefined ? {} : { body }) };
      return (await api.ask<Answer>(`${membersPath(workspace)}${path}`, call)).body;
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["members", workspace] }),
        // It may have been about the person themself.
        client.invalidateQueries({ queryKey: ["me"], exact: true }),
      ]),
  });
}
