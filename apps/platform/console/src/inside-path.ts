/** One environment, a review of it or a snapshot, wherever the platform is mounted. */
const SHOWN = /\/workspaces\/[^/?#]+\/environments\/[^/?#]+(?:\/(?:reviews|snapshots)\/[^/?#]+)?$/;

/** Where the console shows what an address of the platform names; null = nowhere. */
export function insidePath(href: string): string | null {
  return SHOWN.exec(href)?.[0] ?? null;
}
