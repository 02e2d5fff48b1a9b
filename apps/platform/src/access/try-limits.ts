import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How often something may be tried with a wrong answer, by a key such as an address. */
export interface TryLimit {
  /** Takes one try: 0, or the seconds to wait before the next one. */
  take(key: string): Promise<number>;
  /** Gives the try back, since it was right. */
  giveBack(key: string): Promise<void>;
  /** The seconds to wait, without a try being taken. */
  waitS(key: string): Promise<number>;
}

export interface TryLimits {
  readonly ofAddress: TryLimit;
  readonly ofAccount: TryLimit;
  readonly ofTokens: TryLimit;
}

export interface TrySettings {
  readonly windowS: number;
  readonly perAddressMax: number;
  readonly perAccountMax: number;
  readonly tokensPerAddressMax: number;
}

export const TRY_SETTINGS: TrySettings = {
  windowS: 60,
  perAddressMax: 30,
  perAccountMax: 10,
  tokensPerAddressMax: 60,
};

/** Counted in this process alone: several servers allow as many times as much. */
export function createTryLimits(settings: TrySettings = TRY_SETTINGS): TryLimits {
  const { windowS: duration } = settings;
  return {
    ofAddress: limitOf({ points: settings.perAddressMax, duration, keyPrefix: "address" }),
    ofAccount: limitOf({ points: settings.perAccountMax, duration, keyPrefix: "account" }),
    ofTokens: limitOf({ points: settings.tokensPerAddressMax, duration, keyPrefix: "token" }),
  };
}

function limitOf(options: { points: number; duration: number; keyPrefix: string }): TryLimit {
  const limiter = new RateLimiterMemory(options);
  return {
    take: (key) => limiter.consume(key).then(() => 0, secondsIn),
    async giveBack(key) {
      await limiter.reward(key);
    },
    async waitS(key) {
      const counted = await limiter.get(key);
      return counted === null || counted.remainingPoints > 0 ? 0 : secondsIn(counted);
    },
  };
}

function secondsIn(counted: unknown): number {
  if (!(counted instanceof RateLimiterRes)) throw counted;
  return Math.max(1, Math.ceil(counted.msBeforeNext / 1_000));
}
