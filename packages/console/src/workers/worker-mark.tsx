import { CircleOff, HeartPulse } from "lucide-react";
import { message } from "../messages/message.ts";
import { Mark, type MarkLook } from "../parts/mark.tsx";
import type { Worker } from "./use-workers.ts";

const LOOKS: Readonly<Record<Worker["state"], MarkLook>> = {
  alive: { tone: "good", Icon: HeartPulse },
  silent: { tone: "care" },
  ended: { tone: "off", Icon: CircleOff },
};

/** Whether a worker lives. */
export function WorkerMark({ state }: Pick<Worker, "state">) {
  return <Mark {...LOOKS[state]} label={message(`workers.state.${state}`)} />;
}
