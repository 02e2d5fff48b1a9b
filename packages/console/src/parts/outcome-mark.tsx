import { Ban, CircleX, Split } from "lucide-react";
import type { RunOutcome, RunStatus } from "../api/run-shape.ts";
import { Mark, type MarkLook } from "./mark.tsx";

const LOOKS: Readonly<Record<RunOutcome | Exclude<RunStatus, "completed">, MarkLook>> = {
  queued: { tone: "wait" },
  running: { tone: "busy" },
  succeeded: { tone: "good" },
  partially_succeeded: { tone: "part", Icon: Split },
  blocked: { tone: "block" },
  attention_required: { tone: "care" },
  failed: { tone: "bad", Icon: CircleX },
  cancelled: { tone: "off", Icon: Ban },
};

/** Where a run stands. The word is the server's. */
export function OutcomeMark({
  status,
  outcome,
  label,
}: {
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  readonly label: string;
}) {
  const stands = status === "completed" ? (outcome ?? "attention_required") : status;
  return <Mark {...LOOKS[stands]} label={label} />;
}
