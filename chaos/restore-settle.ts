/** After this time the chaos provider shows everything that was written to it. */
export const RESTORE_SETTLE_MS = 1_000;
