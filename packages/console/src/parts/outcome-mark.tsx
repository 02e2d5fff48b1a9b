import {
  Ban,
  Check,
  CircleDashed,
  CircleHelp,
  CirclePause,
  CircleX,
  LoaderCircle,
  Split,
} from "lucide-react";
import type { RunOutcome, RunStatus } from "../api/run-shape.ts";

const LOOKS = {
  queued: { Icon: CircleDashed, tone: "bg-wait-ground text-wait" },
  running: { Icon: LoaderCircle, tone: "bg-busy-ground text-busy" },
  succeeded: { Icon: Check, tone: "bg-good-ground text-good" },
  partially_succeeded: { Icon: Split, tone: "bg-part-ground text-part" },
  blocked: { Icon: CirclePause, tone: "bg-block-ground text-block" },
  attention_required: { Icon: CircleHelp, tone: "bg-care-ground text-care" },
  failed: { Icon: CircleX, tone: "bg-bad-ground text-bad" },
  cancelled: { Icon: Ban, tone: "bg-off-ground text-off" },
} as const satisfies Readonly<
  Record<RunOutcome | Exclude<RunStatus, "completed">, { Icon: typeof Check; tone: string }>
>;

/** Where a run stands: glyph and word, never colour alone. The word is the server's. */
export function OutcomeMark({
  status,
  outcome,
  label,
}: {
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  readonly label: string;
}) {
  const { Icon, tone } = LOOKS[lookOf(status, outcome)];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-small font-semibold whitespace-nowrap ${tone}`}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={2.4} />
      {label}
    </span>
  );
}

function lookOf(status: RunStatus, outcome: RunOutcome | null): keyof typeof LOOKS {
  if (status !== "completed") return status;
  return outcome ?? "attention_required";
}
