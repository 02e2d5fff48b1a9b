import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListedRun } from "../api/run-shape.ts";

/** One run of the list. The whole row opens it; its title is the link that keyboards and screen readers follow. */
export function RunRow({
  run,
  isCurrent,
  isSelected,
  onChoose,
  children,
}: {
  readonly run: ListedRun;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  onChoose(): void;
  readonly children: ReactNode;
}) {
  const navigate = useNavigate();
  return (
    <tr
      id={`run-${run.id}`}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      className="cursor-pointer scroll-mt-16 border-t border-line bg-card hover:bg-sunken data-current:shadow-[inset_3px_0_0_var(--color-accent)] data-selected:bg-accent-ground max-md:relative max-md:block max-md:py-2 max-md:pl-9"
      onFocus={onChoose}
      onClick={({ target }) => {
        onChoose();
        // What is clicked for its own sake, such as a link or a box to tick, does its own thing.
        if (target instanceof Element && target.closest("a, button, input, label") !== null) return;
        // Who marks a text to copy it does not want to leave.
        if (getSelection()?.isCollapsed === false) return;
        void navigate({ to: `/workspaces/${run.workspace_id}/runs/${run.id}` });
      }}
    >
      {children}
    </tr>
  );
}
