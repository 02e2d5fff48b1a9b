import type { Initiator } from "../run/actor.ts";

export interface StreamLimits {
  readonly ofAllMax: number;
  readonly ofActorMax: number;
}

export type StreamEntry =
  | { readonly kind: "entered"; leave(): void }
  /** All places of this program, or of this actor, are taken. */
  | { readonly kind: "full"; readonly of: "program" | "actor" };

/** The streams that are open in this process. */
export interface StreamRoom {
  /** Takes a place; `onClosing` is called when the program shuts down. Whoever entered leaves. */
  enter(actor: Initiator, onClosing: () => void): StreamEntry;
  isClosing(): boolean;
}

export function createStreamRoom(limits: StreamLimits, closing?: AbortSignal): StreamRoom {
  const open = new Set<() => void>();
  const ofActors = new Map<string, number>();
  closing?.addEventListener("abort", () => {
    for (const onClosing of open) onClosing();
  });
  return {
    isClosing: () => closing?.aborted === true,
    enter(actor, onClosing) {
      const key = `${actor.kind} ${actor.id}`;
      const own = ofActors.get(key) ?? 0;
      if (own >= limits.ofActorMax) return { kind: "full", of: "actor" };
      if (open.size >= limits.ofAllMax) return { kind: "full", of: "program" };
      const place = () => onClosing();
      open.add(place);
      ofActors.set(key, own + 1);
      return {
        kind: "entered",
        leave() {
          if (!open.delete(place)) return;
          const left = (ofActors.get(key) ?? 1) - 1;
          if (left > 0) ofActors.set(key, left);
          else ofActors.delete(key);
        },
      };
    },
  };
}
