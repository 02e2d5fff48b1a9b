import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePathPart } from "../app/use-path-part.ts";
import type { RowSelectionState } from "@tanstack/react-table";
import { useState } from "react";
import { LiveMark } from "../live/live-mark.tsx";
import { message } from "../messages/message.ts";
import { readSearch } from "../search/read-search.ts";
import { SearchBox } from "../search/search-box.tsx";
import { useSearchKeys } from "../search/use-search-keys.ts";
import { RunsTable } from "./runs-table.tsx";
import { PARAMETERS_OF_VIEW, readRunsView, type RunsView } from "./runs-view.ts";
import { useLiveRuns } from "./use-live-runs.ts";
import { ViewTabs } from "./view-tabs.tsx";

/** The home of an operator: who needs a person, what is going on, what was settled, and everything else. */
export function RunsPage() {
  const workspace = usePathPart("workspace");
  const view = readRunsView(useSearch({ strict: false }));
  const navigate = useNavigate();
  const keys = useSearchKeys(workspace);
  const { parameters, faults } = readSearch(view.q ?? "", keys);
  const question = {
    workspace,
    parameters: { ...PARAMETERS_OF_VIEW[view.view ?? "needs_person"], ...parameters },
  };
  const [selection, setSelection] = useState<RowSelectionState>({});
  const live = useLiveRuns(question, Object.keys(selection).length > 0);
  const show = (next: RunsView) => void navigate({ to: ".", search: next });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-title font-semibold tracking-tight">{message("runs.title")}</h1>
        <LiveMark state={live.state} />
        <div className="grow" />
        <SearchBox
          key={view.q ?? ""}
          text={view.q ?? ""}
          keys={keys}
          faults={faults}
          onSearch={(q) => show(readRunsView({ ...view, q }))}
        />
      </div>
      <ViewTabs workspace={workspace} view={view} />
      <RunsTable
        question={question}
        live={live}
        selection={selection}
        onSelect={setSelection}
        isNarrowed={view.q !== undefined}
        view={view.view ?? "needs_person"}
        onClear={() => show(view.view === undefined ? {} : { view: view.view })}
      />
    </>
  );
}
