import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { usePathPart } from "../app/use-path-part.ts";
import { LiveMark } from "../live/live-mark.tsx";
import { message } from "../messages/message.ts";
import { faultWords } from "../search/fault-words.ts";
import { readSearch } from "../search/read-search.ts";
import { SearchBox } from "../search/search-box.tsx";
import { useSearchKeys } from "../search/use-search-keys.ts";
import { ViewsMenu } from "../views/views-menu.tsx";
import { useColumnChoice } from "./column-choice.ts";
import { ColumnsMenu } from "./columns-menu.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { RunsList } from "./runs-list.tsx";
import { parametersOf, readRunsView, type RunsView } from "./runs-view.ts";
import { useLiveRuns } from "./use-live-runs.ts";
import { runsKey } from "./runs-query.ts";
import { useSelection } from "./use-selection.ts";
import { ViewTabs } from "./view-tabs.tsx";

/** Only who types about environments needs their names. */
const ABOUT_ENVIRONMENTS = /(?:^|\s)-?env:/i;

/** The home of an operator: who needs a person, what is going on, what was settled, and everything else. */
export function RunsPage() {
  const workspace = usePathPart("workspace");
  const view = readRunsView(useSearch({ strict: false }));
  const { view: name = "needs_person", q = "" } = view;
  const navigate = useNavigate();
  const [draft, setDraft] = useState("");
  const withEnvironments = ABOUT_ENVIRONMENTS.test(`${q} ${draft}`);
  const keys = useSearchKeys(workspace, { withEnvironments });
  const searched = readSearch(q, keys);
  const { parameters, outside } = parametersOf(name, searched.parameters);
  const question = { workspace, parameters };
  const list = JSON.stringify(runsKey(question));
  const [selection, select] = useSelection(list);
  const live = useLiveRuns(question, Object.values(selection).includes(true));
  const { columns, choose } = useColumnChoice();
  const show = (next: RunsView) => void navigate({ to: ".", search: next });
  return (
    <>
      <div className="mb-2 flex flex-wrap items-start gap-x-4 gap-y-2">
        <h1 className="text-title leading-8 font-semibold tracking-tight">
          {message("runs.title")}
        </h1>
        <span className="leading-8">
          <LiveMark state={live.state} />
        </span>
        <div className="grow" />
        <SearchBox
          key={q}
          text={q}
          keys={keys}
          faults={[
            ...searched.faults.map((fault) => faultWords(fault)),
            ...outside.map((key) => message("runs.search.outside", { key })),
          ]}
          onDraft={setDraft}
          onSearch={(text) => show(readRunsView({ ...view, q: text }))}
        />
      </div>
      <div className="mb-1 flex flex-wrap items-center gap-x-2 border-b border-line">
        <ViewTabs workspace={workspace} view={view} />
        <div className="grow" />
        <div className="flex flex-wrap items-center">
          <ViewsMenu workspace={workspace} view={view} onShow={show} />
          <ColumnsMenu columns={columns} onChoose={choose} />
          <ExportMenu question={question} />
        </div>
      </div>
      <RunsList
        key={list}
        question={question}
        live={live}
        columns={columns}
        selection={selection}
        onSelect={select}
        view={name}
        isNarrowed={q !== ""}
        onClear={() => show(readRunsView({ view: view.view }))}
      />
    </>
  );
}
