import { CircleAlert, KeyRound, Lock, WifiOff } from "lucide-react";
import { type ApiProblem, problemIn, wordsOfFault } from "../api/api-problem.ts";
import { problemKind } from "../api/problem-kind.ts";
import { message } from "../messages/message.ts";
import { Button } from "./button.tsx";
import { NotFoundState } from "./not-found-state.tsx";
import { SignInLink } from "./sign-in-link.tsx";
import { StateFrame } from "./state-frame.tsx";

/** Why a part of a page cannot be shown, told by what the API answered, with the one thing that helps. */
export function ProblemState({ error, onRetry }: { readonly error: unknown; onRetry?(): void }) {
  const problem = problemIn(error);
  switch (problemKind(problem)) {
    case "not_found":
      return <NotFoundState />;
    case "signed_out":
      return <SignedOutState />;
    case "forbidden":
      return (
        <StateFrame
          problem="forbidden"
          Icon={Lock}
          title={message("state.forbidden.title")}
          detail={
            problem.capability === null
              ? problem.detail
              : message("state.forbidden.detail", { capability: problem.capability })
          }
          foot={requestWords(problem)}
        />
      );
    case "unreachable":
      return (
        <StateFrame
          problem="unreachable"
          Icon={WifiOff}
          title={message("state.unreachable.title")}
          detail={message("state.unreachable.detail")}
        >
          <RetryButton onRetry={onRetry} />
        </StateFrame>
      );
    case "fault":
      return (
        <StateFrame
          problem="fault"
          Icon={CircleAlert}
          title={problem.title === "" ? message("state.fault.title") : problem.title}
          detail={
            [problem.detail, ...problem.errors.map(wordsOfFault), ...problem.nextActions]
              .join(" ")
              .trim() || message("state.fault.detail")
          }
          foot={requestWords(problem)}
        >
          <RetryButton onRetry={onRetry} />
        </StateFrame>
      );
  }
}

function SignedOutState() {
  return (
    <StateFrame
      problem="signed_out"
      Icon={KeyRound}
      title={message("state.signed_out.title")}
      detail={message("state.signed_out.detail")}
    >
      <SignInLink />
    </StateFrame>
  );
}

function RetryButton({ onRetry }: { readonly onRetry: (() => void) | undefined }) {
  if (onRetry === undefined) return null;
  return <Button onClick={onRetry}>{message("state.retry")}</Button>;
}

function requestWords({ requestId }: ApiProblem): string | null {
  return requestId === null ? null : message("state.request", { id: requestId });
}
