/** How often a run may still repeat what the provider put off. */
export interface RetryBudget {
  /** False once it is used up. */
  take(): boolean;
  isUsedUp(): boolean;
}

export function createRetryBudget(retriesMax: number): RetryBudget {
  let left = retriesMax;
  let usedUp = false;
  return {
    take() {
      if (left === 0) usedUp = true;
      else left -= 1;
      return !usedUp;
    },
    isUsedUp: () => usedUp,
  };
}
