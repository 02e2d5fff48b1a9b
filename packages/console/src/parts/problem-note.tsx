import { CircleAlert } from "lucide-react";
import { isAt, isUnreachable, problemIn, wordsOfFault } from "../api/api-problem.ts";
import { problemKind } from "../api/problem-kind.ts";
import { message } from "../messages/message.ts";

/**
 * Why an action was not taken, beside what asked for it; or why a part of a page cannot be shown, in its place. What is
 * told at a field itself is not told twice.
 */
export function ProblemNote({
  error,
  fields = [],
  isOfReading = false,
}: {
  readonly error: unknown;
  /** Pointers of the members whose fields tell what is wrong with them. */
  readonly fields?: readonly string[];
  /** Nothing was to be changed: what was asked is as it was. */
  readonly isOfReading?: boolean;
}) {
  const problem = problemIn(error);
  const { title, detail, nextActions, requestId } = problem;
  const errors = problem.errors.filter((fault) => !fields.some((field) => isAt(fault, field)));
  const isLost = isUnreachable(problem);
  if (problem.errors.length > 0 && errors.length === 0) return null;
  return (
    <div
      role="alert"
      data-problem={isOfReading ? problemKind(problem) : undefined}
      className="flex gap-2 rounded-md bg-bad-ground px-3 py-2 text-bad"
    >
      <CircleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      <div>
        <p className="font-semibold">
          {isLost ? message("state.unreachable.title") : title || message("state.fault.title")}
        </p>
        <p>
          {isLost
            ? message(isOfReading ? "state.unreachable.detail" : "action.unreachable")
            : [detail, ...nextActions].filter((text) => text !== "").join(" ")}
        </p>
        {errors.length === 0 ? null : (
          <ul className="list-disc pl-5">
            {errors.map((fault) => (
              <li key={wordsOfFault(fault)}>{wordsOfFault(fault)}</li>
            ))}
          </ul>
        )}
        {requestId === null ? null : (
          <p className="font-mono text-tiny">{message("state.request", { id: requestId })}</p>
        )}
      </div>
    </div>
  );
}
