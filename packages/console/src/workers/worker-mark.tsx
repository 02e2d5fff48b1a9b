import { CircleHelp, CircleOff, HeartPulse } from "lucide-react";
import { message } from "../messages/message.ts";
import type { Worker } from "./use-workers.ts";

const LOOKS = {
  alive: { Icon: HeartPulse, tone: "bg-good-ground text-good" },
  silent: { Icon: CircleHelp, tone: "bg-care-ground text-care" },
  ended: { Icon: CircleOff, tone: "bg-off-ground text-off" },
} as const satisfies Readonly<Record<Worker["state"], object>>;

/** Whether a worker lives: glyph and word. */
export function WorkerMark({ state }: Pick<Worker, "state">) {
  const { Icon, tone } = LOOKS[state];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-small font-semibold whitespace-nowrap ${tone}`}
    >
      <Icon aria-hidden="true" size={14} />
      {message(`workers.state.${state}`)}
    </span>
  );
}
