import { Link } from "@tanstack/react-router";
import { Blocks, HeartPulse, ListChecks } from "lucide-react";
import { message } from "../messages/message.ts";
import type { NavigationItem } from "./console-extension.ts";
import { useExtension } from "./extension-context.ts";

/** The pages of one workspace: the console's own, then those of its host. */
export function Navigation({ workspace }: { readonly workspace: string }) {
  const extension = useExtension();
  const items: readonly NavigationItem[] = [
    { label: message("nav.operations"), to: `/workspaces/${workspace}/runs`, Icon: ListChecks },
    ...extension.navigation(workspace),
    { label: message("nav.catalog"), to: `/workspaces/${workspace}/operations`, Icon: Blocks },
    { label: message("nav.workers"), to: `/workspaces/${workspace}/workers`, Icon: HeartPulse },
  ];
  return (
    <nav aria-label={message("shell.navigation")} className="flex flex-wrap gap-1">
      {items.map(({ label, to, Icon }) => (
        <Link
          key={to}
          to={to}
          className="inline-flex items-center gap-1.5 rounded-md px-2.5 py-1.5 text-ink no-underline hover:bg-sunken data-[status=active]:bg-accent-ground data-[status=active]:font-semibold data-[status=active]:text-accent"
        >
          <Icon aria-hidden="true" size={15} />
          {label}
        </Link>
      ))}
    </nav>
  );
}
