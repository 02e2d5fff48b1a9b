import { CircleAlert } from "lucide-react";
import { problemIn } from "../api/api-problem.ts";
import { message } from "../messages/message.ts";

/** Why an action was not taken, beside what asked for it. */
export function ProblemNote({ error }: { readonly error: unknown }) {
  const { title, detail, nextActions, requestId, status } = problemIn(error);
  const isUnreachable = status === 0;
  return (
    <div role="alert" className="flex gap-2 rounded-md bg-bad-ground px-3 py-2 text-bad">
      <CircleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      <div>
        <p className="font-semibold">
          {isUnreachable
            ? message("state.unreachable.title")
            : title || message("state.fault.title")}
        </p>
        <p>
          {isUnreachable
            ? message("action.unreachable")
            : [detail, ...nextActions].filter((text) => text !== "").join(" ")}
        </p>
        {requestId === null ? null : (
          <p className="font-mono text-tiny">{message("state.request", { id: requestId })}</p>
        )}
      </div>
    </div>
  );
}
