import type { ApiDoor } from "./api-door.ts";

export function workspacePath({ workspace }: ApiDoor): string {
  return `/api/v1/workspaces/${encodeURIComponent(workspace)}`;
}

/** The address of a run, with a verb or a part behind it. */
export function runPath(door: ApiDoor, id: string, rest = ""): string {
  return `${workspacePath(door)}/runs/${encodeURIComponent(id)}${rest}`;
}
