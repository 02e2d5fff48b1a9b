import { Blocks, HeartPulse, ListChecks, ScrollText, Webhook } from "lucide-react";
import { useCapabilities } from "../access/use-capabilities.ts";
import { message } from "../messages/message.ts";
import type { NavigationItem } from "./console-extension.ts";
import { useExtension } from "./extension-context.ts";

/** The pages of one workspace that the person may see: the console's own, then those of its host; care of the workspace last. */
export function useNavigationItems(workspace: string): readonly NavigationItem[] {
  const extension = useExtension();
  const { has, isPending } = useCapabilities(workspace);
  const below = `/workspaces/${workspace}`;
  const items: readonly NavigationItem[] = [
    {
      label: message("nav.operations"),
      to: `${below}/runs`,
      Icon: ListChecks,
      capability: "runs.view",
    },
    ...extension.navigation(workspace),
    {
      label: message("nav.catalog"),
      to: `${below}/operations`,
      Icon: Blocks,
      capability: "runs.view",
      isCare: true,
    },
    {
      label: message("nav.workers"),
      to: `${below}/workers`,
      Icon: HeartPulse,
      capability: "workers.view",
      isCare: true,
    },
    {
      label: message("nav.audit"),
      to: `${below}/audit`,
      Icon: ScrollText,
      capability: "audit.view",
      isCare: true,
    },
    {
      label: message("nav.webhooks"),
      to: `${below}/webhooks`,
      Icon: Webhook,
      capability: "webhooks.manage",
      isCare: true,
    },
  ];
  const seen = items.filter(
    ({ capability, unless }) =>
      (capability === undefined || (!isPending && has(capability))) &&
      (unless === undefined || (!isPending && !has(unless))),
  );
  return [...seen.filter(({ isCare }) => isCare !== true), ...seen.filter(({ isCare }) => isCare)];
}
