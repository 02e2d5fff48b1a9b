import { Link } from "@tanstack/react-router";
import { message } from "../messages/message.ts";
import { type RunsView, VIEW_NAMES } from "./runs-view.ts";

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
    <nav
      aria-label={message("runs.title")}
      className="flex gap-1 overflow-x-auto border-b border-line"
    >
      {VIEW_NAMES.map((name) => (
        <Link
          key={name}
          to="/workspaces/$workspace/runs"
          params={{ workspace }}
          search={view.q === undefined ? { view: name } : { view: name, q: view.q }}
          aria-current={name === chosen ? "page" : undefined}
          className="-mb-px border-b-2 border-transparent px-3 py-2 font-semibold whitespace-nowrap text-soft no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          {message(`runs.view.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
