import { Link } from "@tanstack/react-router";
import type { ListedRun } from "../api/run-shape.ts";
import { useExtension } from "../app/extension-context.ts";

/** What a run has recorded that it made, with the way there. A list looks for none: the run's own page does. */
export function RunArtifact({ artifact }: Pick<ListedRun, "artifact">) {
  const extension = useExtension();
  if (artifact === null) return null;
  const { type, id, href } = artifact;
  const label = type.replaceAll("_", " ");
  if (href === null)
    return (
      <span title={id} className="whitespace-nowrap">
        {label}
      </span>
    );
  const inside = extension.pathOf?.(href) ?? null;
  return inside === null ? (
    <a href={href} title={id} className="whitespace-nowrap">
      {label}
    </a>
  ) : (
    <Link to={inside} title={id} className="whitespace-nowrap">
      {label}
    </Link>
  );
}
