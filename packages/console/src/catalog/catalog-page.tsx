import { Blocks } from "lucide-react";
import { usePathPart } from "../app/use-path-part.ts";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";
import { OperationCard } from "./operation-card.tsx";
import { useOperations } from "./use-operations.ts";

/** Every operation that this server knows, with its adapter and what that has decided of late. */
export function CatalogPage() {
  const workspace = usePathPart("workspace");
  const found = useOperations(workspace);
  if (found.isPending) return <LoadingState />;
  if (found.data === undefined) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  return (
    <>
      <PageHead title={message("catalog.title")} detail={message("catalog.detail")} />
      {found.data.length === 0 ? (
        <StateFrame
          Icon={Blocks}
          title={message("catalog.empty.title")}
          detail={message("catalog.empty.detail")}
        />
      ) : (
        <div className="flex flex-col gap-3">
          {found.data.map((operation) => (
            <OperationCard key={operation.type} workspace={workspace} operation={operation} />
          ))}
        </div>
      )}
    </>
  );
}
