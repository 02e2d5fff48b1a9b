import { ScrollText, SearchX } from "lucide-react";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { PlainTable } from "../parts/plain-table.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";
import { auditColumns } from "./audit-columns.tsx";
import type { AuditView } from "./audit-view.ts";
import { useAudit } from "./use-audit.ts";

interface AuditListProps {
  readonly workspace: string;
  readonly view: AuditView;
  onShow(view: AuditView): void;
}

/** The pages of the log that have been asked for so far. */
export function AuditList({ workspace, view, onShow }: AuditListProps) {
  const found = useAudit(workspace, view);
  if (found.isPending) return <LoadingState rows={12} />;
  if (found.isError)
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  const entries = found.data.pages.flatMap((page) => [...page.entries]);
  if (entries.length === 0) {
    return Object.keys(view).length === 0 ? (
      <StateFrame
        Icon={ScrollText}
        title={message("audit.empty.title")}
        detail={message("audit.empty.detail")}
      />
    ) : (
      <StateFrame
        Icon={SearchX}
        title={message("audit.none.title")}
        detail={message("audit.none.detail")}
      >
        <Button onClick={() => onShow({})}>{message("audit.filter.clear")}</Button>
      </StateFrame>
    );
  }
  return (
    <>
      <PlainTable
        look="free"
        caption={message("audit.caption")}
        columns={auditColumns((narrower) => onShow({ ...view, ...narrower }))}
        rows={entries}
        keyOf={({ sequence, target }) => `${sequence} ${target.type}`}
      />
      <div className="flex justify-center py-4">
        {found.hasNextPage ? (
          <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {message("audit.older")}
          </Button>
        ) : (
          <p className="text-small text-soft">{message("audit.end")}</p>
        )}
      </div>
    </>
  );
}
