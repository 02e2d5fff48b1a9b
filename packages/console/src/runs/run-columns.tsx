import { Link } from "@tanstack/react-router";
import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import { columnVisibilityFeature, rowSelectionFeature } from "@tanstack/react-table";
import type { ListedRun } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { OutcomeMark } from "../parts/outcome-mark.tsx";
import { RunTook } from "./run-took.tsx";

export const RUN_TABLE_FEATURES = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

const column = createColumnHelper<typeof RUN_TABLE_FEATURES, ListedRun>();

/** Hidden until a person asks for them. */
export const OPTIONAL_COLUMNS = ["attempt", "reason", "decision", "queue"] as const;

export const RUN_COLUMNS = column.columns([
  column.display({
    id: "select",
    header: message("runs.column.select"),
    cell: ({ row }) => (
      <input
        type="checkbox"
        className="size-4 accent-accent"
        aria-label={message("runs.row.select", { title: row.original.presentation.title })}
        checked={row.getIsSelected()}
        onChange={row.getToggleSelectedHandler()}
      />
    ),
  }),
  column.display({
    id: "state",
    header: message("runs.column.state"),
    cell: ({ row: { original: run } }) => (
      <OutcomeMark status={run.status} outcome={run.outcome} label={run.presentation.state.label} />
    ),
  }),
  column.display({
    id: "operation",
    header: message("runs.column.operation"),
    cell: ({ row: { original: run } }) => (
      <>
        <Link
          to={`/workspaces/${run.workspace_id}/runs/${run.id}`}
          title={run.presentation.title}
          className="block font-semibold text-ink no-underline hover:underline"
        >
          {run.operation.label}
        </Link>
        <span className="line-clamp-2 max-w-[44rem] text-small text-soft">
          {run.presentation.sentence}
        </span>
      </>
    ),
  }),
  column.display({
    id: "environment",
    header: message("runs.column.environment"),
    cell: ({ row: { original: run } }) =>
      run.environment_id ?? <span className="text-soft">{message("shell.workspace_wide")}</span>,
  }),
  column.display({
    id: "initiator",
    header: message("runs.column.initiator"),
    cell: ({ row: { original: run } }) => run.initiator.name || run.initiator.id,
  }),
  column.display({
    id: "started",
    header: message("runs.column.started"),
    cell: ({ row: { original: run } }) => <TimeAgo at={run.started_at ?? run.created_at} />,
  }),
  column.display({
    id: "took",
    header: message("runs.column.took"),
    cell: ({ row: { original: run } }) => <RunTook run={run} />,
  }),
  column.display({
    id: "attempt",
    header: message("runs.column.attempt"),
    cell: ({ row: { original: run } }) => run.attempt,
  }),
  column.display({
    id: "reason",
    header: message("runs.column.reason"),
    cell: ({ row: { original: run } }) => run.presentation.reason?.title ?? "",
  }),
]);
