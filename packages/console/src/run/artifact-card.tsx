import { Link } from "@tanstack/react-router";
import type { ServedRun } from "../api/run-shape.ts";
import { useExtension } from "../app/extension-context.ts";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";
import { Card } from "../parts/card.tsx";
import { CopyText } from "../parts/copy-text.tsx";

/** What the run has made, as it was found just now. Nothing is linked that was not seen. */
export function ArtifactCard({ run }: { readonly run: ServedRun }) {
  const { artifact } = run;
  const extension = useExtension();
  if (artifact === null) return null;
  const inside = artifact.href === null ? null : (extension.pathOf?.(artifact.href) ?? null);
  return (
    <Card title={message("run.artifact.title")}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span>{artifact.type.replaceAll("_", " ")}</span>
        <CopyText text={artifact.id} />
        {inside !== null ? (
          <Link to={inside} className={buttonClass("main")}>
            {message("run.artifact.open")}
          </Link>
        ) : artifact.href === null ? null : (
          <a href={artifact.href} className={buttonClass("main")}>
            {message("run.artifact.open")}
          </a>
        )}
      </div>
    </Card>
  );
}
