import type { ErrorComponentProps } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { ApiProblemError, isUnreachable, problemIn } from "../api/api-problem.ts";
import { useApi } from "../api/use-api.ts";
import { useLine } from "../line/use-line.ts";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";

/** Longer than the failed load of a page is remembered, so that trying again asks anew. */
const TRY_AFTER_MS = 1_000;

/** In the place of a page that could not be drawn; the rest of the console goes on. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const { line } = useApi();
  const { isAway } = useLine();
  const isLost = isUnreachable(problemIn(error));
  const tryAgain = useEffectEvent(() => reset());
  // The page comes by itself once the server does.
  useEffect(() => {
    if (!isLost || isAway) return undefined;
    const wait = setTimeout(() => tryAgain(), TRY_AFTER_MS);
    return () => clearTimeout(wait);
  }, [isLost, isAway]);
  if (error instanceof ApiProblemError) return <ProblemState error={error} onRetry={reset} />;
  const id = line.lastRequestId();
  return (
    <StateFrame
      Icon={CircleAlert}
      title={message("state.broken.title")}
      detail={message("state.broken.detail")}
      foot={id === null ? null : message("state.last_request", { id })}
    >
      <Button onClick={reset}>{message("state.retry")}</Button>
    </StateFrame>
  );
}
