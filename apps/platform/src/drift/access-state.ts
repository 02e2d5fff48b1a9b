/** How strictly conditional access is enforced, from the strictest. */
export const ACCESS_STATES = ["enabled", "enabledForReportingButNotEnforced", "disabled"] as const;

/** Enforced to report-only or off, or report-only to off. A state that is not known is never called weaker. */
export function isWeakerState(expected: string, found: string): boolean {
  const [before, now] = [rank(expected), rank(found)];
  return before !== -1 && now !== -1 && now > before;
}

function rank(state: string): number {
  return ACCESS_STATES.findIndex((known) => known === state);
}
