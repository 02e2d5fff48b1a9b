/** How much a deviation matters, worst first; the baseline's entry says it, else the rule of the finding's kind. */
export const SEVERITIES = ["high", "medium", "low", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];
