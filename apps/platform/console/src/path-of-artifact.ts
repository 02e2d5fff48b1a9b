/** What lies below an environment and is shown in the console at the path that the platform names it by. */
const SHOWN: readonly RegExp[] = [
  /^\/packs(?:\/[^/]+)?$/,
  /^\/pack-sets\/[^/]+$/,
  /^\/restores(?:\/[^/]+)?$/,
];

const BELOW_ENVIRONMENT = /\/workspaces\/[^/?#]+\/environments\/[^/?#]+(\/[^?#]*)$/;

/** Where the console shows an artifact; null = nowhere. The address may begin with the path of a mount. */
export function pathOfArtifact(href: string): string | null {
  const found = BELOW_ENVIRONMENT.exec(href);
  const below = found?.[1];
  if (found === null || below === undefined) return null;
  return SHOWN.some((shape) => shape.test(below)) ? href.slice(found.index) : null;
}
