import { Card, CopyText, FactList, Link, TimeAgo } from "settled-console/app";
import { hashStart } from "../parts/hash-start.ts";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { text } from "../text.ts";
import type { ShownPack } from "./pack-shape.ts";

/** Of what a pack is made, by which run, and whom it was given to. */
export function PackFacts({
  place,
  pack,
}: {
  readonly place: EnvironmentPlace;
  readonly pack: ShownPack;
}) {
  const { publication } = pack;
  return (
    <Card title={text("packs.facts")}>
      <FactList
        facts={[
          {
            name: text("packs.facts.review"),
            value: (
              <>
                <Link to={pathIn(place, `/reviews/${pack.review_id}`)}>
                  {text("packs.review_no", { sequence: pack.review_sequence })}
                </Link>
                {pack.stale ? text("packs.facts.replaced") : ""}
              </>
            ),
          },
          { name: text("packs.facts.rendered"), value: <TimeAgo at={pack.created_at} /> },
          {
            name: text("packs.facts.by"),
            value: (
              <Link to={`/workspaces/${place.workspace}/runs/${pack.rendered_by_run_id}`}>
                {text("packs.facts.run")}
              </Link>
            ),
          },
          {
            name: text("packs.facts.customer"),
            value:
              publication === null ? (
                text(
                  pack.profile === "customer"
                    ? "packs.facts.unpublished"
                    : "packs.facts.never_published",
                )
              ) : (
                <>
                  {text("packs.facts.published", { who: publication.published_by })}{" "}
                  <TimeAgo at={publication.published_at} />
                </>
              ),
          },
          {
            name: text("packs.facts.fingerprint"),
            value: (
              <CopyText text={pack.pack_fingerprint} shown={hashStart(pack.pack_fingerprint)} />
            ),
          },
        ]}
      />
    </Card>
  );
}
