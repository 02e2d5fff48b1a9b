import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListedRun } from "../api/run-shape.ts";

/** One run of the list. The whole row opens it; its title is the link that keyboards and screen readers follow. */
export function RunRow({
  run,
  isCurrent,
  isSelected,
  children,
}: {
  readonly run: ListedRun;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly children: ReactNode;
}) {
  const navigate = useNavigate();
  return (
    <tr
      id={`run-${run.id}`}
      data-current={isCurrent || undefined}
      aria-selected={isSelected}
      className="cursor-pointer scroll-mt-16 border-t border-line bg-card hover:bg-sunken aria-selected:bg-accent-ground data-current:outline-2 data-current:-outline-offset-2 data-current:outline-accent max-md:block max-md:py-2"
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
