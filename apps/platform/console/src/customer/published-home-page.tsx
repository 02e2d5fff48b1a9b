import { FolderOpen } from "lucide-react";
import {
  Link,
  LoadingState,
  Navigate,
  PageHead,
  ProblemState,
  StateFrame,
  TimeAgo,
  usePathPart,
} from "settled-console/app";
import { MoreButton } from "../parts/more-button.tsx";
import { pathIn } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { usePublishedEnvironments } from "./use-published-environments.ts";

/** Where a customer begins: their environments. Who has one alone is led straight to it. */
export function PublishedHomePage() {
  const workspace = usePathPart("workspace");
  const { found, entries } = usePublishedEnvironments(workspace);
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const [first, second] = entries;
  if (first === undefined) {
    return (
      <StateFrame
        Icon={FolderOpen}
        title={text("customer.no_environment.title")}
        detail={text("customer.no_environment.detail")}
      />
    );
  }
  const pathOf = (environment: string) => pathIn({ workspace, environment }, "/published");
  if (second === undefined) return <Navigate to={pathOf(first.id)} replace />;
  return (
    <>
      <PageHead title={text("customer.title")} />
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {entries.map(({ id, name, published, newest_published_at: at }) => (
          <li key={id}>
            <Link
              to={pathOf(id)}
              className="block rounded-lg border border-line bg-card px-4 py-3 text-ink no-underline hover:border-strong-line"
            >
              <span className="block font-semibold">{name}</span>
              <span className="text-small text-soft">
                {text("customer.published_count", { count: published })}
                {at === null ? null : (
                  <>
                    {" · "}
                    <TimeAgo at={at} />
                  </>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <MoreButton found={found} />
    </>
  );
}
