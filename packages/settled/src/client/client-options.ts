/** Where the API is, and who asks. */
export interface ClientOptions {
  /** The address that the handler is mounted at, without `/api/v1`: `https://host/internal/ops`. */
  readonly baseUrl: string;
  /** Whose runs. Every call is about this one workspace. */
  readonly workspace: string;
  /** Sent as `Authorization: Bearer …`; a function is asked before each request, so that tokens can be renewed. */
  readonly token?: string | (() => string | Promise<string>);
  /** Sent with each request, such as what a proxy asks for. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
  /** One request and its answer; 30 s unless said. A long poll is given its own time on top. */
  readonly requestTimeoutMs?: number;
  /** How often one call is sent in all, where sending it again does no harm; 4 unless said. */
  readonly attemptsMax?: number;
  readonly clock?: ClientClock;
}

/** Time for waiting between attempts. */
export interface ClientClock {
  nowMs(): number;
  /** Resolves after `ms`, or early when the signal fires; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What every call takes. */
export interface CallOptions {
  /** Ends the call: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
