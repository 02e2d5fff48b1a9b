import { Link } from "@tanstack/react-router";
import { message } from "../messages/message.ts";
import type { NavigationItem } from "./console-extension.ts";
import { useNavigationItems } from "./use-navigation-items.ts";

interface NavigationProps {
  readonly workspace: string;
  /** Another page was chosen, or this one again. */
  onChoose?(): void;
}

/** The pages of one workspace: what is worked with, and below it what cares for the workspace itself. */
export function Navigation({ workspace, onChoose }: NavigationProps) {
  const items = useNavigationItems(workspace);
  return (
    <nav aria-label={message("shell.navigation")} className="flex flex-col gap-4">
      <PageLinks items={items.filter(({ isCare }) => isCare !== true)} onChoose={onChoose} />
      <PageLinks
        title={message("nav.care")}
        items={items.filter(({ isCare }) => isCare === true)}
        onChoose={onChoose}
      />
    </nav>
  );
}

function PageLinks({
  title,
  items,
  onChoose,
}: {
  readonly title?: string;
  readonly items: readonly NavigationItem[];
  readonly onChoose: (() => void) | undefined;
}) {
  if (items.length === 0) return null;
  return (
    <div>
      {title === undefined ? null : (
        <p className="mb-1 px-2.5 text-tiny font-semibold text-soft">{title}</p>
      )}
      <ul className="flex flex-col gap-0.5">
        {items.map(({ label, to, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              onClick={() => onChoose?.()}
              className="flex items-center gap-2 rounded-md px-2.5 py-1.5 text-ink no-underline hover:bg-sunken data-[status=active]:bg-accent-ground data-[status=active]:font-semibold data-[status=active]:text-accent"
            >
              <Icon aria-hidden="true" size={15} className="shrink-0" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
