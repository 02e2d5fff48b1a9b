import type { AnyRouter } from "@tanstack/react-router";

const LIST = /^\/workspaces\/([^/]+)\/runs\/?$/;

const searches = new Map<string, object>();

/** Keeps what each workspace's list was last asked for, so that the way back leads to what the person saw. */
export function rememberLists(router: AnyRouter): void {
  router.subscribe("onResolved", ({ toLocation }) => {
    const workspace = workspaceOfList(toLocation.pathname);
    if (workspace !== null) searches.set(workspace, toLocation.search);
  });
}

/** What stood behind the question mark; nothing where no list was seen. */
export function lastListOf(workspace: string): object {
  return searches.get(workspace) ?? {};
}

/** Null for any other path. */
export function workspaceOfList(path: string): string | null {
  const found = LIST.exec(path)?.[1];
  return found === undefined ? null : decodeURIComponent(found);
}
