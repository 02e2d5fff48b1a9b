import { message } from "../messages/message.ts";
import type { LiveState } from "./live-state.ts";

const DOTS: Readonly<Record<LiveState, string>> = {
  live: "bg-good",
  paused: "bg-part",
  reconnecting: "bg-bad animate-pulse",
};

/** Whether what is seen is up to date by itself, in a word. */
export function LiveMark({ state }: { readonly state: LiveState }) {
  return (
    <output
      title={message(`live.${state}.hint`)}
      className="inline-flex items-center gap-1.5 text-small text-soft"
    >
      <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[state]}`} />
      {message(`live.${state}`)}
    </output>
  );
}
