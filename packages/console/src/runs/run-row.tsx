import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListedRun } from "../api/run-shape.ts";

/** One run of the list. The whole row opens it; its title is the link that keyboards and screen readers follow. */
export function RunRow({
  run,
  children,
}: {
  readonly run: ListedRun;
  readonly children: ReactNode;
}) {
  const navigate = useNavigate();
  return (
    <tr
      className="cursor-pointer border-t border-line bg-card hover:bg-sunken max-md:block max-md:py-2"
      onClick={({ target }) => {
        // What is clicked for its own sake, such as a link or a box to tick, does its own thing.
        if (target instanceof Element && target.closest("a, button, input, label") !== null) return;
        void navigate({ to: `/workspaces/${run.workspace_id}/runs/${run.id}` });
      }}
    >
      {children}
    </tr>
  );
}
