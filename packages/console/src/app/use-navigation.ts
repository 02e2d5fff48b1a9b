import { ListChecks } from "lucide-react";
import { useCapabilities } from "../access/use-capabilities.ts";
import { message } from "../messages/message.ts";
import type { NavigationItem } from "./console-extension.ts";
import { useExtension } from "./extension-context.ts";

/** Where a person can go in a workspace. Nothing is offered that would be refused. */
export interface OfferedNavigation {
  readonly items: readonly NavigationItem[];
  readonly isPending: boolean;
}

export function useNavigation(workspace: string): OfferedNavigation {
  const extension = useExtension();
  const capabilities = useCapabilities(workspace);
  const all: readonly NavigationItem[] = [
    {
      label: message("nav.operations"),
      to: `/workspaces/${workspace}/runs`,
      Icon: ListChecks,
      capability: "runs.view",
    },
    ...extension.navigation(workspace),
  ];
  const { isPending, has } = capabilities;
  const items = all.filter(
    ({ capability, unless }) =>
      capability === undefined ||
      (!isPending && has(capability) && (unless === undefined || !has(unless))),
  );
  return { items, isPending };
}
