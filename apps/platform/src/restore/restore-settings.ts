import type { EnvironmentProvider } from "../store/environment.ts";
import { openProviderTarget } from "../provider/target/open-provider-target.ts";
import type { RestoreTarget } from "./restore-target.ts";

/** How restores meet the provider. */
export interface RestoreSettings {
  readonly openTarget: (provider: EnvironmentProvider, signal: AbortSignal) => RestoreTarget;
  /** After this time a provider shows what was written; until then a look that shows nothing proves nothing. */
  readonly settleMs: number;
  /** After this time a person is asked about what cannot be verified. */
  readonly deadlineMs: number;
  /** How often one run may repeat requests that the provider put off. */
  readonly retriesMax: number;
  readonly retryWaitMsMax: number;
}

export const RESTORE_SETTINGS: RestoreSettings = {
  openTarget: openProviderTarget,
  settleMs: 60_000,
  deadlineMs: 600_000,
  retriesMax: 12,
  retryWaitMsMax: 30_000,
};
