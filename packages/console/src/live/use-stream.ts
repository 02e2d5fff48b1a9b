import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useApi } from "../api/use-api.ts";
import type { LiveEvent, LiveState } from "./live-state.ts";

/** Where somebody has got to in the log, kept longer than the page is shown. */
export interface StreamPlace {
  /** Empty = from now on. */
  read(): string;
  keep(id: string): void;
}

interface StreamOptions {
  /** Nothing is told for as long as this holds; what was missed is told afterwards. */
  readonly isPaused?: boolean;
  readonly place?: StreamPlace;
  onEvents(events: readonly LiveEvent[]): void;
  /** Something was missed for good: what is shown must be asked for anew. */
  onReset(): void;
  /** It listens from now on, and knows nothing of what was before. */
  onBegin?(): void;
}

/** A burst is told as one: a hundred changes are one drawing of the screen. */
const GATHER_MS = 250;
/** A browser comes back by itself when a line is cut, but not when it was refused. */
const REFUSED_WAIT_MS = 5_000;

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
  const begin = useEffectEvent(() => options.onBegin?.());
  const placeNow = useEffectEvent(() =>
    lastId.current.workspace === workspace && lastId.current.id !== ""
      ? lastId.current.id
      : (options.place?.read() ?? ""),
  );
  const keep = useEffectEvent((id: string) => {
    lastId.current = { workspace, id };
    options.place?.keep(id);
  });
  useEffect(() => {
    if (isPaused) return undefined;
    const path = `/workspaces/${encodeURIComponent(workspace)}/stream`;
    let source: EventSource | null = null;
    let gathered: LiveEvent[] = [];
    let telling: ReturnType<typeof setTimeout> | null = null;
    let comingBack: ReturnType<typeof setTimeout> | null = null;
    const tell = () => {
      telling = null;
      const events = gathered;
      gathered = [];
      if (events.length > 0) hear(events);
    };
    const remember = ({ lastEventId }: MessageEvent) => {
      if (lastEventId !== "") keep(lastEventId);
    };
    const listen = () => {
      const id = placeNow();
      const behind = id === "" ? "" : `?last_event_id=${encodeURIComponent(id)}`;
      const line = new EventSource(api.addressOf(`${path}${behind}`));
      source = line;
      line.addEventListener("open", () => setOpen(true));
      line.addEventListener("error", () => {
        setOpen(false);
        if (line.readyState === EventSource.CLOSED)
          comingBack = setTimeout(listen, REFUSED_WAIT_MS);
      });
      line.addEventListener("hello", (event: MessageEvent<string>) => {
        remember(event);
        if (!(JSON.parse(event.data) as { readonly resumed: boolean }).resumed) begin();
      });
      line.addEventListener("reset", (event: MessageEvent) => {
        remember(event);
        reset();
      });
      line.addEventListener("run", (event: MessageEvent<string>) => {
        remember(event);
        gathered.push(JSON.parse(event.data) as LiveEvent);
        telling ??= setTimeout(tell, GATHER_MS);
      });
    };
    listen();
    return () => {
      source?.close();
      if (telling !== null) clearTimeout(telling);
      if (comingBack !== null) clearTimeout(comingBack);
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
