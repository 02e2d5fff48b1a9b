import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useCapabilities } from "../access/use-capabilities.ts";
import type { RunPage } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";
import { message } from "../messages/message.ts";
import { runsPath } from "../runs/runs-query.ts";
import type { PaletteGroup } from "./palette-item.ts";

const TYPED_MIN = 3;
const PAUSE_MS = 200;
const FOUND_MAX = "6";

/** Runs by the beginning of their id, or by words, once somebody pauses in typing. */
export function useFoundRuns(
  workspace: string,
  typed: string,
): { readonly group: PaletteGroup; readonly isLooking: boolean } {
  const api = useApi();
  const navigate = useNavigate();
  const q = useSettled(typed.trim());
  const maySeeRuns = useCapabilities(workspace).has("runs.view");
  const isWanted = maySeeRuns && workspace !== "" && q.length >= TYPED_MIN;
  const { data, isFetching } = useQuery({
    queryKey: ["palette-runs", workspace, q],
    queryFn: async ({ signal }) => {
      const parameters = { q, limit: FOUND_MAX };
      return (await api.ask<RunPage>(runsPath({ workspace, parameters }), { signal })).body.runs;
    },
    enabled: isWanted,
    retry: false,
  });
  return {
    isLooking: isFetching,
    group: {
      title: message("palette.runs"),
      items: (isWanted ? (data ?? []) : []).map((run) => ({
        id: run.id,
        label: run.presentation.title,
        note: `${run.presentation.state.label} · ${run.id}`,
        run: () => void navigate({ to: `/workspaces/${run.workspace_id}/runs/${run.id}` }),
      })),
    },
  };
}

/** What stands still for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
