import { Link } from "@tanstack/react-router";
import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import { columnVisibilityFeature, rowSelectionFeature } from "@tanstack/react-table";
import type { ListedRun } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { CopyText } from "../parts/copy-text.tsx";
import { OutcomeMark } from "../parts/outcome-mark.tsx";
import { RunArtifact } from "./run-artifact.tsx";
import { RunTook } from "./run-took.tsx";
import { decisionWords, traceIdOf } from "./technical-cells.ts";

export const RUN_TABLE_FEATURES = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

/** One line: what does not fit stands in the title. */
const SHORT = "block max-w-40 truncate max-md:max-w-none";

const column = createColumnHelper<typeof RUN_TABLE_FEATURES, ListedRun>();

export const RUN_COLUMNS = column.columns([
  column.display({
    id: "select",
    header: ({ table }) => (
      <input
        type="checkbox"
        className="block size-4 accent-accent"
        aria-label={message("runs.select.shown")}
        checked={table.getIsAllRowsSelected()}
        onChange={table.getToggleAllRowsSelectedHandler()}
      />
    ),
    cell: ({ row }) => (
      <input
        type="checkbox"
        className="mt-1 block size-4 accent-accent"
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
          className="font-semibold text-ink no-underline hover:underline"
        >
          {run.operation.label}
        </Link>
        <span className="line-clamp-2 max-w-[48rem] text-small text-soft in-data-[density=dense]:line-clamp-1">
          {run.presentation.sentence}
        </span>
      </>
    ),
  }),
  column.display({
    id: "environment",
    header: message("runs.column.environment"),
    cell: ({ row: { original: run } }) =>
      run.environment_id === null ? (
        <span className="whitespace-nowrap text-soft">{message("shell.workspace_wide")}</span>
      ) : (
        <span className={SHORT} title={run.environment_id}>
          {run.environment_id}
        </span>
      ),
  }),
  column.display({
    id: "artifact",
    header: message("runs.column.artifact"),
    cell: ({ row: { original: run } }) => <RunArtifact artifact={run.artifact} />,
  }),
  column.display({
    id: "initiator",
    header: message("runs.column.initiator"),
    cell: ({ row: { original: run } }) => (
      <span className={SHORT} title={run.initiator.name || run.initiator.id}>
        {run.initiator.name || run.initiator.id}
      </span>
    ),
  }),
  column.display({
    id: "started",
    header: message("runs.column.started"),
    cell: ({ row: { original: run } }) => (
      <span className="whitespace-nowrap">
        <TimeAgo at={run.started_at ?? run.created_at} />
      </span>
    ),
  }),
  column.display({
    id: "took",
    header: message("runs.column.took"),
    cell: ({ row: { original: run } }) => (
      <span className="whitespace-nowrap tabular-nums">
        <RunTook run={run} />
      </span>
    ),
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
  column.display({
    id: "decision",
    header: message("runs.column.decision"),
    cell: ({ row: { original: run } }) => decisionWords(run),
  }),
  column.display({
    id: "queue",
    header: message("runs.column.queue"),
    cell: ({ row: { original: run } }) => (
      <code className="font-mono text-small">{run.dispatch?.queue ?? ""}</code>
    ),
  }),
  column.display({
    id: "trace",
    header: message("runs.column.trace"),
    cell: ({ row: { original: run } }) => {
      const id = traceIdOf(run);
      return id === null ? null : <CopyText text={id} />;
    },
  }),
]);

/** They say themselves what they are. */
const SPEAKING = ["state", "operation"];

/** Where the columns stand below each other, each other cell says what it is. */
export const CELL_LABELS: ReadonlyMap<string, string> = new Map(
  RUN_COLUMNS.flatMap(({ id, header }) =>
    id !== undefined && typeof header === "string" && !SPEAKING.includes(id)
      ? [[id, header] as const]
      : [],
  ),
);
