import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { DoorClosed } from "lucide-react";
import { useMe } from "../access/use-me.ts";
import { useApi } from "../api/use-api.ts";
import { useExtension } from "../app/extension-context.ts";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";

interface WorkspacesAnswer {
  readonly workspaces: readonly {
    readonly id: string;
    readonly name: string;
    /** Where the host counts them. */
    readonly environments?: number;
  }[];
}

/** The first page: the workspaces of whoever is signed in. Who has one is led straight into it. */
export function WorkspacesPage() {
  const { firstWorkspace } = useExtension();
  const { data: me } = useMe();
  const api = useApi();
  const found = useQuery({
    queryKey: ["workspaces"],
    queryFn: async ({ signal }) =>
      (await api.ask<WorkspacesAnswer>("/workspaces", { signal })).body,
  });
  if (found.isPending) return <LoadingState />;
  if (found.isError)
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  const { workspaces } = found.data;
  const [only] = workspaces;
  if (only === undefined) {
    return (
      <StateFrame
        Icon={DoorClosed}
        title={message("workspaces.none.title")}
        detail={message("workspaces.none.detail")}
      >
        {firstWorkspace === undefined ? null : <p className="text-soft">{firstWorkspace}</p>}
      </StateFrame>
    );
  }
  if (workspaces.length === 1) {
    return <Navigate to="/workspaces/$workspace" params={{ workspace: only.id }} replace />;
  }
  return (
    <>
      <PageHead title={message("workspaces.title")} />
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {workspaces.map(({ id, name, environments }) => (
          <li key={id}>
            <Link
              to="/workspaces/$workspace"
              params={{ workspace: id }}
              className="block rounded-lg border border-line bg-card px-4 py-3 text-ink no-underline hover:border-strong-line"
            >
              <span className="block font-semibold break-words">{name}</span>
              <span className="block font-mono text-tiny break-all text-soft">{id}</span>
              <span className="flex flex-wrap gap-x-3 text-small text-soft">
                {environments === undefined ? null : (
                  <span>{message("workspaces.environments", { count: environments })}</span>
                )}
                <RoleWords role={me?.workspaces.find((one) => one.id === id)?.role ?? null} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function RoleWords({ role }: { readonly role: string | null }) {
  if (role === null) return null;
  return <span>{message("user.role", { role })}</span>;
}
