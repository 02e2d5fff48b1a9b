import { Card, CopyText, FactList, Link, TimeAgo } from "settled-console/app";
import { hashStart } from "../parts/hash-start.ts";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { ACCESS_STATES, type ShownRestore } from "./restore-shape.ts";

/** From what it restores, by which seal, and when it was judged. */
export function RestoreFacts({
  place,
  restore,
  isRunning,
}: {
  readonly place: EnvironmentPlace;
  readonly restore: ShownRestore;
  readonly isRunning: boolean;
}) {
  const access = ACCESS_STATES.find((state) => state === restore.ca_state);
  const resumed = restore.resumes_restore_id;
  return (
    <Card title={text("packs.facts")}>
      <FactList
        facts={[
          {
            name: text("restores.facts.from"),
            value: (
              <Link to={pathIn(place, `/snapshots/${restore.snapshot_id}`)}>
                {text("restores.facts.snapshot")}
              </Link>
            ),
          },
          { name: text("restores.facts.sealed"), value: <TimeAgo at={restore.sealed_at} /> },
          {
            name: text("restores.facts.judged"),
            value:
              restore.judged_at === null ? (
                text(isRunning ? "restores.facts.judged.not_yet" : "restores.facts.judged.now")
              ) : (
                <TimeAgo at={restore.judged_at} />
              ),
          },
          access === undefined
            ? null
            : { name: text("restores.access"), value: text(`restores.access.${access}`) },
          resumed === null
            ? null
            : {
                name: text("restores.facts.resumes"),
                value: (
                  <Link to={pathIn(place, `/restores/${resumed}`)}>
                    {text("restores.facts.earlier")}
                  </Link>
                ),
              },
          {
            name: text("restores.facts.run"),
            value: (
              <Link to={`/workspaces/${place.workspace}/runs/${restore.run_id}`}>
                {text("restores.facts.belief")}
              </Link>
            ),
          },
          {
            name: text("restores.facts.seal"),
            value: <CopyText text={restore.plan_hash} shown={hashStart(restore.plan_hash)} />,
          },
        ]}
      />
    </Card>
  );
}
