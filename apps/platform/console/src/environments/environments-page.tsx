import { useQuery } from "@tanstack/react-query";
import { Building2 } from "lucide-react";
import { LoadingState, ProblemState, StateFrame, useApi, usePathPart } from "settled-console/app";
import { text } from "../text.ts";

interface EnvironmentsAnswer {
  readonly environments: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string;
  }[];
}

/** The environments of a workspace. */
export function EnvironmentsPage() {
  const workspace = usePathPart("workspace");
  const api = useApi();
  const found = useQuery({
    queryKey: ["environments", workspace],
    queryFn: async ({ signal }) =>
      (
        await api.ask<EnvironmentsAnswer>(
          `/workspaces/${encodeURIComponent(workspace)}/environments`,
          { signal },
        )
      ).body,
  });
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { environments } = found.data;
  if (environments.length === 0) {
    return (
      <StateFrame
        Icon={Building2}
        title={text("environments.empty.title")}
        detail={text("environments.empty.detail")}
      />
    );
  }
  return (
    <>
      <h1 className="mb-3 text-title font-semibold tracking-tight">{text("environments.title")}</h1>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {environments.map(({ id, name, state }) => (
          <li key={id} className="rounded-lg border border-line bg-card px-4 py-3">
            <span className="block font-semibold">{name}</span>
            <span className="text-small text-soft">{text("environments.state", { state })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
