import { useMe } from "./use-me.ts";

/** What the person may do in a workspace. Only tells what to offer: the server decides anew each time. */
export interface Capabilities {
  /** True while it is not known: the server's refusal says it better than a guess. */
  has(capability: string): boolean;
  /** True until the first answer: what may be refused is better not shown for a moment than shown and taken away. */
  readonly isPending: boolean;
}

export function useCapabilities(workspace: string): Capabilities {
  const { data, isPending } = useMe();
  const known = data?.workspaces.find(({ id }) => id === workspace)?.capabilities;
  return { has: (capability) => known === undefined || known.includes(capability), isPending };
}
