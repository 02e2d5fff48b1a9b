import { Mark, type MarkLook } from "settled-console/app";
import { CircleX, Eye, History, Undo2 } from "lucide-react";
import { text } from "../text.ts";
import type { ListedPack, Readiness } from "./pack-shape.ts";

const GOOD: MarkLook = { tone: "good" };
const BAD: MarkLook = { Icon: CircleX, tone: "bad" };
const TAKEN: MarkLook = { Icon: Undo2, tone: "care" };
const OLD: MarkLook = { Icon: History, tone: "part" };
const NONE: MarkLook = { tone: "off" };

const DELIVERY: Readonly<Record<ListedPack["delivery"], MarkLook>> = {
  open: GOOD,
  failed: BAD,
  revoked: TAKEN,
  review_withheld: TAKEN,
};

const READINESS: Readonly<Record<Readiness["state"], MarkLook>> = {
  ready: GOOD,
  failed: BAD,
  revoked: TAKEN,
  not_rendered: NONE,
  would_be_stale: OLD,
  review_withheld: TAKEN,
};

/** Whether a pack may be used, whether a newer review stands, and whether the customer sees it. */
export function PackMarks({
  pack,
  isPublished,
}: {
  readonly pack: Pick<ListedPack, "delivery" | "stale">;
  readonly isPublished: boolean;
}) {
  const { delivery, stale } = pack;
  return (
    <span className="flex flex-wrap gap-1">
      <Mark mayWrap {...DELIVERY[delivery]} label={text(`packs.delivery.${delivery}`)} />
      {stale && delivery === "open" ? <Mark mayWrap {...OLD} label={text("packs.stale")} /> : null}
      {isPublished && delivery === "open" ? (
        <Mark mayWrap Icon={Eye} tone="busy" label={text("packs.published")} />
      ) : null}
    </span>
  );
}

export function ReadinessMark({ state, stale }: Pick<Readiness, "state" | "stale">) {
  return stale === true ? (
    <Mark mayWrap {...OLD} label={text("packs.readiness.stale")} />
  ) : (
    <Mark mayWrap {...READINESS[state]} label={text(`packs.readiness.${state}`)} />
  );
}
