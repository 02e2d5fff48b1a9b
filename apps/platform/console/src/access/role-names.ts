import type { Role } from "../../../src/access/roles.ts";

export type { Role };

/** The compiler holds it to the platform's own list; the weakest last, since nobody is given more than was meant. */
const KNOWN: Readonly<Record<Role, true>> = {
  owner: true,
  operator: true,
  viewer: true,
  customer: true,
};
export const ROLES = Object.keys(KNOWN) as readonly Role[];
