import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useExtension } from "../app/extension-context.ts";

const RUN_PAGE = /^\/workspaces\/[^/?#]+\/runs\/[^/?#]+$/;

/** A link to what the API names by `href`: inside the console where it has such a page, else to the host's own. */
export function TargetLink({
  href,
  children,
}: {
  readonly href: string | null;
  readonly children: ReactNode;
}) {
  const extension = useExtension();
  if (href === null) return children;
  const inside = RUN_PAGE.test(href) ? href : (extension.pathOf?.(href) ?? null);
  return inside === null ? <a href={href}>{children}</a> : <Link to={inside}>{children}</Link>;
}
