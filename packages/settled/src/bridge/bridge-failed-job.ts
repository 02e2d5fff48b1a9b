import type { AskTruth } from "../ports/ask-truth.ts";
import type { Delivery } from "../ports/engine-driver.ts";
import type { Logger } from "../ports/logger.ts";
import {
  type CorrelationOptions,
  resolveRunCorrelation,
} from "../track/resolve-run-correlation.ts";

export interface BridgeOptions extends CorrelationOptions {
  readonly askTruth: AskTruth;
  readonly logger: Logger;
}

/**
 * An engine gave a job up: its run is found by the same correlation as ever, and the truth is asked. Twice, late,
 * or for a run that is over, it changes nothing. A job that proves no run of ours touches none.
 */
export async function bridgeFailedJob(
  options: BridgeOptions,
  delivery: Pick<Delivery, "jobClass" | "queue" | "payload">,
): Promise<void> {
  const correlation = await resolveRunCorrelation(options, delivery);
  if (correlation.kind === "correlated") return options.askTruth(correlation.run, "job_failed");
  const { because } = correlation;
  if (because !== "absent") options.logger.warn({ because }, "a failed job was refused");
}
