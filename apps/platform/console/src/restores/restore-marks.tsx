import { Mark, type MarkLook } from "settled-console/app";
import {
  Check,
  CircleDashed,
  CircleHelp,
  CirclePause,
  CircleX,
  LoaderCircle,
  Minus,
  Split,
  TriangleAlert,
} from "lucide-react";
import { text } from "../text.ts";
import type { LiveItem, LiveStep } from "./live-item.ts";
import type { RestoreAttempt, RestoreItem } from "./restore-shape.ts";

const TRUTH: Readonly<Record<RestoreItem["truth"], MarkLook>> = {
  applied: { Icon: Check, tone: "good" },
  not_applied: { Icon: Minus, tone: "off" },
  partly_applied: { Icon: Split, tone: "part" },
  conflict: { Icon: TriangleAlert, tone: "care" },
  unknown: { Icon: CircleHelp, tone: "care" },
  awaiting_external: { Icon: CirclePause, tone: "block" },
  as_wanted: { Icon: Check, tone: "good" },
};

const LIVE: Readonly<Record<LiveStep, MarkLook>> = {
  waiting: { Icon: CircleDashed, tone: "wait" },
  not_attempted: { Icon: Minus, tone: "off" },
  as_wanted: { Icon: Check, tone: "good" },
  sending: { Icon: LoaderCircle, tone: "busy" },
  part: { Icon: Split, tone: "part" },
  written: { Icon: Check, tone: "good" },
  refused: { Icon: CircleX, tone: "bad" },
  silent: { Icon: CircleHelp, tone: "care" },
};

const ATTEMPT: Readonly<Record<RestoreAttempt["outcome"], MarkLook>> = {
  sent: { Icon: CircleHelp, tone: "care" },
  acked: { Icon: Split, tone: "part" },
  verified: { Icon: Check, tone: "good" },
  rejected: { Icon: CircleX, tone: "bad" },
  unknown: { Icon: CircleHelp, tone: "care" },
};

/** What became of an item, as it was found in the tenant. */
export function TruthMark({ truth }: { readonly truth: RestoreItem["truth"] }) {
  return <Mark mayWrap {...TRUTH[truth]} label={text(`restores.truth.${truth}`)} />;
}

/** How far an item has come while the restore runs. */
export function LiveItemMark({ live }: { readonly live: LiveItem }) {
  const { step, done, of } = live;
  return <Mark mayWrap {...LIVE[step]} label={text(`restores.live.${step}`, { done, of })} />;
}

export function AttemptMark({ outcome }: { readonly outcome: RestoreAttempt["outcome"] }) {
  return <Mark mayWrap {...ATTEMPT[outcome]} label={text(`restores.attempt.${outcome}`)} />;
}
