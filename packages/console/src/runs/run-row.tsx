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
      className="cursor-pointer border-t border-line bg-card hover:bg-sunken"
      onClick={() =>
        void navigate({
          to: "/workspaces/$workspace/runs/$run",
          params: { workspace: run.workspace_id, run: run.id },
        })
      }
    >
      {children}
    </tr>
  );
}
