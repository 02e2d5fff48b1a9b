import { Check, CircleX, Eye, History, Minus, Undo2 } from "lucide-react";
import { type StateLook, StateMark } from "../parts/state-mark.tsx";
import { text } from "../text.ts";
import type { ListedPack, Readiness } from "./pack-shape.ts";

const GOOD: StateLook = { Icon: Check, tone: "good" };
const BAD: StateLook = { Icon: CircleX, tone: "bad" };
const TAKEN: StateLook = { Icon: Undo2, tone: "care" };
const OLD: StateLook = { Icon: History, tone: "part" };
const NONE: StateLook = { Icon: Minus, tone: "off" };

const DELIVERY: Readonly<Record<ListedPack["delivery"], StateLook>> = {
  open: GOOD,
  failed: BAD,
  revoked: TAKEN,
  review_withheld: TAKEN,
};

const READINESS: Readonly<Record<Readiness["state"], StateLook>> = {
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
      <StateMark {...DELIVERY[delivery]} label={text(`packs.delivery.${delivery}`)} />
      {stale && delivery === "open" ? <StateMark {...OLD} label={text("packs.stale")} /> : null}
      {isPublished && delivery === "open" ? (
        <StateMark Icon={Eye} tone="busy" label={text("packs.published")} />
      ) : null}
    </span>
  );
}

export function ReadinessMark({ state, stale }: Pick<Readiness, "state" | "stale">) {
  return stale === true ? (
    <StateMark {...OLD} label={text("packs.readiness.stale")} />
  ) : (
    <StateMark {...READINESS[state]} label={text(`packs.readiness.${state}`)} />
  );
}
