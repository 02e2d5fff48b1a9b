import { Link } from "@tanstack/react-router";
import type { ServedRun } from "../api/run-shape.ts";
import { useExtension } from "../app/extension-context.ts";
import { message } from "../messages/message.ts";
import { buttonClass, type ButtonLook } from "../parts/button.tsx";

/** Leads to what the run has made, inside the console where it has a page for it. Nothing where it cannot be opened. */
export function ArtifactLink({
  artifact,
  look,
}: {
  readonly artifact: ServedRun["artifact"];
  readonly look: ButtonLook;
}) {
  const extension = useExtension();
  const href = artifact?.href ?? null;
  if (artifact === null || href === null) return null;
  const inside = extension.pathOf?.(href) ?? null;
  const words = message("run.artifact.open", { type: artifact.type.replaceAll("_", " ") });
  return inside === null ? (
    <a href={href} className={buttonClass(look)}>
      {words}
    </a>
  ) : (
    <Link to={inside} className={buttonClass(look)}>
      {words}
    </Link>
  );
}
