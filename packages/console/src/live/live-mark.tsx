import { message } from "../messages/message.ts";
import type { LiveState } from "./live-state.ts";

const DOTS: Readonly<Record<LiveState, string>> = {
  live: "bg-good",
  paused: "bg-part",
  reconnecting: "bg-bad animate-pulse",
};

/** Whether what is seen is up to date by itself, in a word. It is read, never announced: it may change often. */
export function LiveMark({ state }: { readonly state: LiveState }) {
  return (
    <span
      title={message(`live.${state}.hint`)}
      data-live={state}
      className="inline-flex items-center gap-1.5 text-small text-soft"
    >
      <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[state]}`} />
      {message(`live.${state}`)}
    </span>
  );
}
