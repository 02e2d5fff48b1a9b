/** Where the server has the console, without a slash at its end. */
export const CONSOLE = "/console";

interface Place {
  readonly workspaceId: string;
  readonly environmentId: string | null;
}

/** Where the console shows what lies below an environment. */
export function consolePath({ workspaceId, environmentId }: Place, below: string): string {
  return `${CONSOLE}/workspaces/${workspaceId}/environments/${environmentId}${below}`;
}
