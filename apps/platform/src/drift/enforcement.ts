import { REPORT_ONLY } from "../normal-form/access-type.ts";

/** How strictly conditional access is enforced. */
export const FROM_THE_STRICTEST: readonly string[] = ["enabled", REPORT_ONLY, "disabled"];

/** Enforced to report-only or off, or report-only to off. A state that is not known is never called weaker. */
export function isWeakerState(expected: string, found: string): boolean {
  const [before, now] = [FROM_THE_STRICTEST.indexOf(expected), FROM_THE_STRICTEST.indexOf(found)];
  return before !== -1 && now !== -1 && now > before;
}
