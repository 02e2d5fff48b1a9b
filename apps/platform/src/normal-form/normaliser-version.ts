/**
 * Goes up with every change that can change a hash of an unchanged policy. Snapshots carry it, so that
 * a new rule shows as "read by a newer version" and never as drift of every policy at once.
 */
export const NORMALISER_VERSION = 1;
