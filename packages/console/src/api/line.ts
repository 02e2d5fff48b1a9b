/** What is known of the way to the server by what became of the last requests. */
export interface LineView {
  /** Nothing was answered: the line is down, or the server is. */
  readonly isAway: boolean;
  /** The server does not know any more who asks. */
  readonly isSignedOut: boolean;
}

/** Remembers how the last request fared; the whole screen hears of a change. */
export interface Line {
  view(): LineView;
  subscribe(listener: () => void): () => void;
  /** Something was answered, by the server itself. */
  answered(answer: Pick<Response, "status" | "headers">): void;
  lost(): void;
  /** The id of the last answer, by which support finds it in the log. */
  lastRequestId(): string | null;
}

/** What a proxy says of a server that it cannot reach. */
const OF_PROXIES: readonly number[] = [502, 504];
const WELL: LineView = { isAway: false, isSignedOut: false };

export function createLine(): Line {
  const listeners = new Set<() => void>();
  let view = WELL;
  let requestId: string | null = null;
  const become = (next: LineView) => {
    if (next.isAway === view.isAway && next.isSignedOut === view.isSignedOut) return;
    view = next;
    for (const listener of listeners) listener();
  };
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answered({ status, headers }) {
      requestId = headers.get("x-request-id") ?? requestId;
      become({ isAway: OF_PROXIES.includes(status), isSignedOut: status === 401 });
    },
    lost: () => become({ ...view, isAway: true }),
    lastRequestId: () => requestId,
  };
}
