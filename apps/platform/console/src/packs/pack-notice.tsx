import { Link, TimeAgo } from "settled-console/app";
import { Notice } from "../parts/notice.tsx";
import { type EnvironmentPlace, pathIn } from "../places/environment-place.ts";
import { text } from "../text.ts";
import type { ShownPack } from "./pack-shape.ts";

/** Why a pack must not be used as it is, or that a newer review stands. */
export function PackNotice({
  place,
  pack,
}: {
  readonly place: EnvironmentPlace;
  readonly pack: ShownPack;
}) {
  switch (pack.delivery) {
    case "revoked":
      return (
        <Notice look="care" title={text("packs.notice.revoked")}>
          {pack.revoked === null ? null : (
            <p>
              {text("packs.notice.revoked.by", pack.revoked)} <TimeAgo at={pack.revoked.at} />
            </p>
          )}
        </Notice>
      );
    case "failed":
      return (
        <Notice look="bad" title={text("packs.notice.failed")}>
          <p>{text("packs.notice.failed.detail")}</p>
        </Notice>
      );
    case "review_withheld":
      return (
        <Notice look="care" title={text("packs.notice.withheld")}>
          <p>{text("packs.notice.withheld.detail")}</p>
        </Notice>
      );
    case "open":
      return pack.stale ? (
        <Notice look="plain" title={text("packs.notice.stale")}>
          <p>
            {text("packs.notice.stale.detail")}{" "}
            <Link to={pathIn(place, "/packs")}>{text("packs.notice.stale.open")}</Link>
          </p>
        </Notice>
      ) : null;
  }
}
