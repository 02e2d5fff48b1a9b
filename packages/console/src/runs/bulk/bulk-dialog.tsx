import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { newKey } from "../../api/new-key.ts";
import type { RunOutcome } from "../../api/run-shape.ts";
import { useApi } from "../../api/use-api.ts";
import { message } from "../../messages/message.ts";
import { Button } from "../../parts/button.tsx";
import { DialogClose, DialogFrame } from "../../parts/dialog-frame.tsx";
import { LoadingState } from "../../parts/loading-state.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { ReasonField } from "../../parts/reason-field.tsx";
import { OutcomeChoice } from "../../run/actions/outcome-choice.tsx";
import { BulkForecast } from "./bulk-forecast.tsx";
import {
  type BulkAction,
  type BulkPreview,
  type BulkRange,
  bodyOf,
  type StartedBulk,
} from "./bulk-wish.ts";

interface BulkDialogProps {
  readonly workspace: string;
  readonly action: BulkAction;
  readonly range: BulkRange;
  onClose(): void;
  onStarted(id: string): void;
}

/** What would become of each run, asked of the server before anything is done; then why, and the word to do it. */
export function BulkDialog({ workspace, action, range, onClose, onStarted }: BulkDialogProps) {
  const api = useApi();
  const [reason, setReason] = useState("");
  const [outcome, setOutcome] = useState<RunOutcome>("failed");
  const [idempotencyKey] = useState(newKey);
  const path = `/workspaces/${encodeURIComponent(workspace)}/runs:bulk`;
  const wish = { action, range, outcome };
  const preview = useQuery({
    queryKey: ["bulk-preview", workspace, wish],
    queryFn: async ({ signal }) =>
      (await api.ask<BulkPreview>(path, { method: "POST", body: bodyOf(wish, null), signal })).body,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  });
  const start = useMutation({
    mutationFn: async () => {
      const body = bodyOf(wish, reason.trim());
      return (await api.ask<StartedBulk>(path, { method: "POST", body, idempotencyKey })).body;
    },
    onSuccess: ({ id }) => onStarted(id),
  });
  const taken = preview.data?.will_be_taken ?? 0;
  const mayStart = taken > 0 && reason.trim() !== "" && !start.isPending && !preview.isFetching;
  return (
    <DialogFrame
      isOpen
      onClose={onClose}
      title={message(`bulk.${action}.title`)}
      detail={message(`bulk.${action}.detail`)}
    >
      {action === "resolve" ? <OutcomeChoice value={outcome} onChange={setOutcome} /> : null}
      {preview.isError ? (
        <ProblemNote isOfReading error={preview.error} />
      ) : preview.data === undefined ? (
        <LoadingState rows={2} />
      ) : (
        <BulkForecast workspace={workspace} preview={preview.data} />
      )}
      {taken === 0 ? null : <ReasonField value={reason} isRequired onChange={setReason} />}
      {start.isError ? <ProblemNote error={start.error} /> : null}
      <div className="flex justify-end gap-2">
        <DialogClose />
        {taken === 0 ? null : (
          <Button look="main" disabled={!mayStart} onClick={() => start.mutate()}>
            {message(`bulk.${action}.confirm`, { count: taken })}
          </Button>
        )}
      </div>
    </DialogFrame>
  );
}
