import { Mark, type MarkLook } from "settled-console/app";
import { CircleX, Split, TriangleAlert } from "lucide-react";
import { text } from "../text.ts";
import type { LiveItem, LiveStep } from "./live-item.ts";
import type { RestoreAttempt, RestoreItem } from "./restore-shape.ts";

const TRUTH: Readonly<Record<RestoreItem["truth"], MarkLook>> = {
  applied: { tone: "good" },
  not_applied: { tone: "off" },
  partly_applied: { Icon: Split, tone: "part" },
  conflict: { Icon: TriangleAlert, tone: "care" },
  unknown: { tone: "care" },
  awaiting_external: { tone: "block" },
  as_wanted: { tone: "good" },
};

const LIVE: Readonly<Record<LiveStep, MarkLook>> = {
  waiting: { tone: "wait" },
  not_attempted: { tone: "off" },
  as_wanted: { tone: "good" },
  sending: { tone: "busy" },
  part: { Icon: Split, tone: "part" },
  written: { tone: "good" },
  refused: { Icon: CircleX, tone: "bad" },
  silent: { tone: "care" },
};

const ATTEMPT: Readonly<Record<RestoreAttempt["outcome"], MarkLook>> = {
  sent: { tone: "care" },
  acked: { Icon: Split, tone: "part" },
  verified: { tone: "good" },
  rejected: { Icon: CircleX, tone: "bad" },
  unknown: { tone: "care" },
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
