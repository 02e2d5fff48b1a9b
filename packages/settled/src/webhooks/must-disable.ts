import type { EndpointFailures } from "../ports/webhook-post.ts";

export const DISABLE_AFTER_MS = 5 * 24 * 60 * 60 * 1_000;
export const DISABLE_AFTER_FAILURES = 20;

/** After days and many tries of which not one arrived nobody listens there. */
export function mustDisable(failures: EndpointFailures): boolean {
  return (
    !failures.isDisabled &&
    failures.failingForMs >= DISABLE_AFTER_MS &&
    failures.failuresInRow >= DISABLE_AFTER_FAILURES
  );
}
