/** One environment, its packs or restores, or one thing of it, wherever the platform is mounted. */
const SHOWN =
  /^(?:\/[^/?#]+)*?(\/workspaces\/[^/?#]+\/environments\/[^/?#]+(?:\/(?:reviews|snapshots|pack-sets)\/[^/?#]+|\/(?:packs|restores)(?:\/[^/?#]+)?)?)$/;

/** Where the console shows what an address of the platform names; null = nowhere. */
export function insidePath(href: string): string | null {
  return SHOWN.exec(href)?.[1] ?? null;
}
