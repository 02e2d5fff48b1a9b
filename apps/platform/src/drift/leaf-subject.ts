export type LeafSubject = "setting" | "reach" | "state";

const ACCESS = "conditionalAccessPolicies";
const REACH = "conditions/users";
const STATE = "state";

/**
 * What a leaf is about. Conditional access keeps whom it reaches and whether it is enforced inside its content; both
 * are compared by their own rules and are no settings.
 */
export function leafSubject(type: string, path: string): LeafSubject {
  if (type !== ACCESS) return "setting";
  if (path === STATE) return "state";
  return path === REACH || path.startsWith(`${REACH}/`) ? "reach" : "setting";
}
