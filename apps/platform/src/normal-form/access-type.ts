/** Conditional access: the type that keeps whom it reaches and whether it is enforced inside its content. */
export const ACCESS_TYPE = "conditionalAccessPolicies";

/** The state in which a policy says what it would do, and does nothing. */
export const REPORT_ONLY = "enabledForReportingButNotEnforced";
