import { useInfiniteQuery } from "@tanstack/react-query";
import { Building2, SearchX } from "lucide-react";
import {
  Button,
  buttonClass,
  Link,
  LoadingState,
  PageHead,
  StateFrame,
  useApi,
  useNavigate,
  usePathPart,
  useSearch,
} from "settled-console/app";
import { text } from "../text.ts";
import { PageProblem } from "../parts/page-problem.tsx";
import { EnvironmentsFilter } from "./environments-filter.tsx";
import { EnvironmentsTable } from "./environments-table.tsx";
import type { Environment, Page } from "./environment-shape.ts";
import { type EnvironmentsView, isShown, readEnvironmentsView } from "./environments-view.ts";
import { environmentsPath } from "./places.ts";

const PAGE_SIZE = 100;

/** The environments of a workspace: how each stands in every area, and the newest of what was made of it. */
export function EnvironmentsPage() {
  const workspace = usePathPart("workspace");
  const view = readEnvironmentsView(useSearch({ strict: false }));
  const navigate = useNavigate();
  const found = useEnvironments(workspace);
  const show = (next: EnvironmentsView) => void navigate({ to: ".", search: next, replace: true });
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return (
      <PageProblem
        title={text("environments.title")}
        error={found.error}
        onRetry={() => void found.refetch()}
      />
    );
  }
  const all = found.data.pages.flatMap(({ environments }) => [...environments]);
  const shown = all.filter((one) => isShown(one, view));
  return (
    <>
      <PageHead title={text("environments.title")} detail={text("environments.lead")}>
        {all.length === 0 ? null : <EnvironmentsFilter view={view} onChange={show} />}
      </PageHead>
      {all.length === 0 ? (
        <StateFrame
          Icon={Building2}
          title={text("environments.empty.title")}
          detail={text("environments.empty.detail")}
        />
      ) : shown.length === 0 ? (
        <StateFrame
          Icon={SearchX}
          title={text("environments.none.title")}
          detail={text("environments.none.detail")}
        >
          <Link to="." search={{}} className={buttonClass()}>
            {text("environments.none.clear")}
          </Link>
        </StateFrame>
      ) : (
        <EnvironmentsTable workspace={workspace} environments={shown} />
      )}
      {found.hasNextPage ? (
        <div className="flex justify-center py-4">
          <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {text("list.more")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function useEnvironments(workspace: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["environments", workspace],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
      if (pageParam !== null) query.set("cursor", pageParam);
      const path = `${environmentsPath(workspace)}?${query}`;
      return (await api.ask<Page<"environments", Environment>>(path, { signal })).body;
    },
    getNextPageParam: ({ next }) =>
      next === null ? null : new URL(next, location.href).searchParams.get("cursor"),
  });
}
