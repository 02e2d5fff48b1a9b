import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { MouseEvent } from "react";
import { message } from "../messages/message.ts";
import { lastListOf } from "./last-list.ts";

/** The way back to the list, as it was left. In a window of its own it is the same list, from its top. */
export function ListLink({
  workspace,
  onBack,
}: {
  readonly workspace: string;
  /** Goes back to the list as it was left; false = it does not lie behind this page. */
  onBack(): boolean;
}) {
  const go = (event: MouseEvent) => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (isPlain && event.button === 0 && onBack()) event.preventDefault();
  };
  return (
    <Link
      to="/workspaces/$workspace/runs"
      params={{ workspace }}
      search={lastListOf(workspace)}
      className="no-print inline-flex items-center gap-1 text-small"
      onClick={go}
    >
      <ArrowLeft aria-hidden="true" size={14} />
      {message("run.trail")}
    </Link>
  );
}
