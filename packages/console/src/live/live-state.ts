/** `paused` = on purpose; `reconnecting` = the line is down, and what was missed will be caught up with. */
export type LiveState = "live" | "paused" | "reconnecting";

/** What the stream says of one run: that it changed, never what it holds. */
export interface LiveEvent {
  readonly sequence: string;
  readonly run_id: string;
  readonly kind: string;
  readonly version: number;
}
