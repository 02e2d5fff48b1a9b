import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { useApi } from "../api/use-api.ts";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { ProblemState } from "../parts/problem-state.tsx";

interface WorkspacesAnswer {
  readonly workspaces: readonly { readonly id: string; readonly name: string }[];
}

/** The first page: the workspaces of whoever is signed in. */
export function WorkspacesPage() {
  const api = useApi();
  const found = useQuery({
    queryKey: ["workspaces"],
    queryFn: async ({ signal }) =>
      (await api.ask<WorkspacesAnswer>("/workspaces", { signal })).body,
  });
  if (found.isPending) return <LoadingState />;
  if (found.isError)
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  const [first, second] = found.data.workspaces;
  if (first !== undefined && second === undefined) {
    return <Navigate to="/workspaces/$workspace" params={{ workspace: first.id }} replace />;
  }
  return (
    <>
      <h1 className="mb-3 text-title font-semibold tracking-tight">
        {message("workspaces.title")}
      </h1>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {found.data.workspaces.map(({ id, name }) => (
          <li key={id}>
            <Link
              to="/workspaces/$workspace"
              params={{ workspace: id }}
              className="block rounded-lg border border-line bg-card px-4 py-3 text-ink no-underline hover:border-strong-line"
            >
              <span className="block font-semibold">{name}</span>
              <span className="font-mono text-tiny text-soft">{id}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
