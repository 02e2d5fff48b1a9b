import { ACCESS_TYPE } from "../normal-form/access-type.ts";

export type LeafSubject = "setting" | "reach" | "state";

const REACH = "conditions/users";
const STATE = "state";

/**
 * What a leaf is about. Conditional access keeps whom it reaches and whether it is enforced inside its content; both
 * are compared by their own rules and are no settings.
 */
export function leafSubject(type: string, path: string): LeafSubject {
  if (type !== ACCESS_TYPE) return "setting";
  if (path === STATE) return "state";
  return path === REACH || path.startsWith(`${REACH}/`) ? "reach" : "setting";
}
