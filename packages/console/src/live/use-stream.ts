import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useApi } from "../api/use-api.ts";
import type { LiveEvent, LiveState } from "./live-state.ts";

interface StreamOptions {
  /** Nothing is told for as long as this holds; what was missed is told afterwards. */
  readonly isPaused?: boolean;
  onEvents(events: readonly LiveEvent[]): void;
  /** Something was missed for good: what is shown must be asked for anew. */
  onReset(): void;
}

/** A burst is told as one: a hundred changes are one drawing of the screen. */
const GATHER_MS = 250;

/**
 * Hears what changes in a workspace. Whenever the line comes back, after a cut or a pause, it goes on behind the last
 * event that was heard, so that nothing is missed; a hidden tab pauses.
 */
export function useStream(workspace: string, options: StreamOptions): LiveState {
  const api = useApi();
  const isHidden = useHidden();
  const [isOpen, setOpen] = useState(false);
  const lastId = useRef({ workspace, id: "" });
  const isPaused = isHidden || options.isPaused === true;
  const hear = useEffectEvent((events: readonly LiveEvent[]) => options.onEvents(events));
  const reset = useEffectEvent(() => options.onReset());
  useEffect(() => {
    if (isPaused) return undefined;
    const { id } = lastId.current.workspace === workspace ? lastId.current : { id: "" };
    const behind = id === "" ? "" : `?last_event_id=${encodeURIComponent(id)}`;
    const source = new EventSource(
      api.addressOf(`/workspaces/${encodeURIComponent(workspace)}/stream${behind}`),
    );
    let gathered: LiveEvent[] = [];
    let telling: ReturnType<typeof setTimeout> | null = null;
    const tell = () => {
      telling = null;
      const events = gathered;
      gathered = [];
      if (events.length > 0) hear(events);
    };
    const remember = ({ lastEventId }: MessageEvent) => {
      if (lastEventId !== "") lastId.current = { workspace, id: lastEventId };
    };
    source.addEventListener("open", () => setOpen(true));
    source.addEventListener("error", () => setOpen(false));
    source.addEventListener("hello", remember);
    source.addEventListener("reset", (event: MessageEvent) => {
      remember(event);
      reset();
    });
    source.addEventListener("run", (event: MessageEvent<string>) => {
      remember(event);
      gathered.push(JSON.parse(event.data) as LiveEvent);
      telling ??= setTimeout(tell, GATHER_MS);
    });
    return () => {
      source.close();
      if (telling !== null) clearTimeout(telling);
      tell();
      setOpen(false);
    };
  }, [api, workspace, isPaused]);
  if (isPaused) return "paused";
  return isOpen ? "live" : "reconnecting";
}

function useHidden(): boolean {
  const [isHidden, setHidden] = useState(() => document.hidden);
  useEffect(() => {
    const look = () => setHidden(document.hidden);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return isHidden;
}
