import { Link, useNavigate } from "@tanstack/react-router";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";
import { useNeighbours } from "./use-neighbours.ts";

/** The run before and the one behind in the list that this one was opened from. */
export function NeighbourLinks({
  workspace,
  id,
}: {
  readonly workspace: string;
  readonly id: string;
}) {
  const neighbours = useNeighbours(workspace, id);
  const navigate = useNavigate();
  const pathOf = (run: string) => `/workspaces/${workspace}/runs/${run}`;
  // The way back leads to the list, not through every run that was looked at.
  const go = (run: string | null | undefined) =>
    run === null || run === undefined
      ? undefined
      : void navigate({ to: pathOf(run), replace: true });
  useShortcuts([
    { key: "j", words: message("keys.down"), run: () => go(neighbours?.next) },
    { key: "k", words: message("keys.up"), run: () => go(neighbours?.previous) },
  ]);
  if (neighbours === null) return null;
  const { previous, next, place, count } = neighbours;
  const ways = [
    { run: previous, words: message("run.previous"), Icon: ChevronUp },
    { run: next, words: message("run.next_run"), Icon: ChevronDown },
  ];
  return (
    <nav aria-label={message("run.neighbours")} className="no-print ml-auto flex items-center">
      <span className="mr-1 text-small text-soft">{message("run.place", { place, count })}</span>
      {ways.map(({ run, words, Icon }) =>
        run === null ? (
          <span key={words} aria-hidden="true" className={`${buttonClass("quiet")} opacity-30`}>
            <Icon size={16} />
          </span>
        ) : (
          <Link
            key={words}
            to={pathOf(run)}
            replace
            aria-label={words}
            title={words}
            className={buttonClass("quiet")}
          >
            <Icon aria-hidden="true" size={16} />
          </Link>
        ),
      )}
    </nav>
  );
}
