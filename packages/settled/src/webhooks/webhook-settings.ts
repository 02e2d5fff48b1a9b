/** What a host says about webhooks. */
export interface WebhookOptions {
  /** For tests and closed networks: plain http, addresses of private networks and every port. Never unless said. */
  readonly allowPrivate?: boolean;
  /** Ports that endpoints may have; 443 and 8443 unless said. */
  readonly ports?: readonly number[];
  /** In front of the path in `href`, such as `https://ops.example/settled`; a bare path unless said. */
  readonly baseUrl?: string;
  /** How often events are looked for; 500 ms unless said. */
  readonly feedEveryMs?: number;
  /** How long a receiver may take; 10 s unless said. */
  readonly answerWithinMs?: number;
  /** The least first wait between two tries, in whole seconds; it doubles from try to try. 5 unless said. */
  readonly firstWaitSeconds?: number;
  /** Tries of one delivery at most; 16 unless said, which take about a day. */
  readonly triesMax?: number;
}

/** Where endpoints may lie. */
export interface AddressRules {
  readonly allowPrivate: boolean;
  readonly ports: readonly number[];
}

export interface WebhookSettings extends AddressRules {
  readonly baseUrl: string;
  readonly feedEveryMs: number;
  readonly answerWithinMs: number;
  readonly firstWaitSeconds: number;
  readonly triesMax: number;
}

export function webhookSettingsOf(options: WebhookOptions): WebhookSettings {
  return {
    allowPrivate: options.allowPrivate ?? false,
    ports: options.ports ?? [443, 8443],
    baseUrl: (options.baseUrl ?? "").replace(/\/+$/, ""),
    feedEveryMs: options.feedEveryMs ?? 500,
    answerWithinMs: options.answerWithinMs ?? 10_000,
    firstWaitSeconds: options.firstWaitSeconds ?? 5,
    triesMax: options.triesMax ?? 16,
  };
}
