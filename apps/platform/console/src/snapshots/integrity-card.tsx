import { Check, X } from "lucide-react";
import { Card, CopyText, FactList, Link, TimeAgo } from "settled-console/app";
import { runPath } from "../environments/places.ts";
import { text } from "../text.ts";
import type { Snapshot } from "./snapshot-shape.ts";

/** What the snapshot can be held to, and whether it still is what was sealed. */
export function IntegrityCard({
  workspace,
  snapshot,
}: {
  readonly workspace: string;
  readonly snapshot: Snapshot;
}) {
  return (
    <Card title={text("snapshot.integrity")}>
      <FactList
        facts={[
          { name: text("snapshot.sealed"), value: <TimeAgo at={snapshot.sealed_at} /> },
          {
            name: text("snapshot.captured_by"),
            value: (
              <Link to={runPath(workspace, snapshot.captured_by_run_id)}>
                {text("snapshot.the_run")}
              </Link>
            ),
          },
          { name: text("snapshot.hash"), value: <CopyText text={snapshot.snapshot_hash} /> },
          {
            name: text("snapshot.checked"),
            value: snapshot.intact ? (
              <span className="inline-flex items-start gap-1.5">
                <Check aria-hidden="true" size={15} className="mt-0.5 shrink-0 text-good" />
                {text("snapshot.checked.yes")}
              </span>
            ) : (
              <b className="inline-flex items-start gap-1.5 text-bad">
                <X aria-hidden="true" size={15} className="mt-0.5 shrink-0" />
                {text("snapshot.checked.no")}
              </b>
            ),
          },
          { name: text("snapshot.normaliser"), value: snapshot.normaliser_version },
        ]}
      />
    </Card>
  );
}
