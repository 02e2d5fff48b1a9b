import { Link } from "@tanstack/react-router";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { type RunsView, VIEW_NAMES } from "./runs-view.ts";
import { useWaitingRuns } from "./use-waiting-runs.ts";

/** The ready-made views. Each is an address, so that it can be opened beside another one. */
export function ViewTabs({
  workspace,
  view,
}: {
  readonly workspace: string;
  readonly view: RunsView;
}) {
  const chosen = view.view ?? "needs_person";
  return (
    <nav aria-label={message("runs.views")} className="flex gap-1 overflow-x-auto">
      {VIEW_NAMES.map((name) => (
        <Link
          key={name}
          to="/workspaces/$workspace/runs"
          params={{ workspace }}
          search={view.q === undefined ? { view: name } : { view: name, q: view.q }}
          aria-current={name === chosen ? "page" : undefined}
          className="inline-flex items-center gap-1.5 border-b-2 border-transparent px-3 py-2 font-semibold whitespace-nowrap text-soft no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          {message(`runs.view.${name}`)}
          {name === "needs_person" ? <Waiting workspace={workspace} /> : null}
        </Link>
      ))}
    </nav>
  );
}

/** How many wait, and for how long the oldest has. Nobody waiting is said by nothing. */
function Waiting({ workspace }: { readonly workspace: string }) {
  const waiting = useWaitingRuns(workspace);
  if (waiting === null || waiting.value === 0) return null;
  const { value, capped, oldest } = waiting;
  return (
    <>
      <span className="rounded-full bg-care-ground px-1.5 text-small text-care tabular-nums">
        {message(capped ? "runs.count.more" : "runs.count", { count: value })}
      </span>
      {oldest === null ? null : (
        <span className="text-small font-normal text-soft">
          {message("runs.oldest")} <TimeAgo at={oldest} />
        </span>
      )}
    </>
  );
}
