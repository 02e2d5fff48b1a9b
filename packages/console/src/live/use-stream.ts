import { useEffect, useEffectEvent, useState } from "react";
import { useApi } from "../api/use-api.ts";
import type { LiveEvent, LiveState } from "./live-state.ts";

interface StreamHearers {
  onEvents(events: readonly LiveEvent[]): void;
  /** Something was missed for good: what is shown must be asked for anew. */
  onReset(): void;
}

/** A burst is told as one: a hundred changes are one drawing of the screen. */
const GATHER_MS = 250;

/**
 * Hears what changes in a workspace. The browser reconnects by itself and says the last id, so that nothing is missed;
 * a hidden tab hears nothing and starts anew when it is looked at.
 */
export function useStream(workspace: string, hearers: StreamHearers): LiveState {
  const api = useApi();
  const isHidden = useHidden();
  const [isOpen, setOpen] = useState(false);
  const hear = useEffectEvent((events: readonly LiveEvent[]) => hearers.onEvents(events));
  const reset = useEffectEvent(() => hearers.onReset());
  useEffect(() => {
    if (isHidden) return undefined;
    const address = api.addressOf(`/workspaces/${encodeURIComponent(workspace)}/stream`);
    const source = new EventSource(address);
    let gathered: LiveEvent[] = [];
    let telling: ReturnType<typeof setTimeout> | null = null;
    const tell = () => {
      telling = null;
      const events = gathered;
      gathered = [];
      hear(events);
    };
    source.addEventListener("open", () => setOpen(true));
    source.addEventListener("error", () => setOpen(false));
    source.addEventListener("reset", () => reset());
    source.addEventListener("run", ({ data }: MessageEvent<string>) => {
      gathered.push(JSON.parse(data) as LiveEvent);
      telling ??= setTimeout(tell, GATHER_MS);
    });
    return () => {
      source.close();
      if (telling !== null) clearTimeout(telling);
      setOpen(false);
    };
  }, [api, workspace, isHidden]);
  if (isHidden) return "paused";
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
