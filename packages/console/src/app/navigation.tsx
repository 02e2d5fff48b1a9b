import { Link } from "@tanstack/react-router";
import { message } from "../messages/message.ts";
import { useNavigation } from "./use-navigation.ts";

/** The pages of one workspace that the person may see: the console's own, then those of its host. */
export function Navigation({ workspace }: { readonly workspace: string }) {
  const { items } = useNavigation(workspace);
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
