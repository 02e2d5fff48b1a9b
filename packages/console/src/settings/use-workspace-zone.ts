import { useMe } from "../access/use-me.ts";
import { usePathPart } from "../app/use-path-part.ts";

/** The IANA name of the zone that the workspace of the page tells its times in; null = it has chosen none. */
export function useWorkspaceZone(): string | null {
  const workspace = usePathPart("workspace");
  const { data: me } = useMe();
  return me?.workspaces.find(({ id }) => id === workspace)?.time_zone ?? null;
}
