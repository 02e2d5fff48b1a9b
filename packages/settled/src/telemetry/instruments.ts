import { type Meter, type MeterProvider, metrics } from "@opentelemetry/api";

const SCOPE = "settled";

/** Bounds of the histogram in seconds, around what the leases make of it: 4 s for a killed worker, 16 for a silent one. */
const DETECTION_BOUNDS_S = [1, 2, 4, 8, 12, 16, 20, 30, 60, 120, 300, 900, 3_600];

function instrumentsOf(meter: Meter) {
  return {
    meter,
    started: meter.createCounter("settled.runs.started", {
      description: "Runs that were accepted and were not there before.",
      unit: "{run}",
    }),
    finished: meter.createCounter("settled.runs.finished", {
      description: "Runs that were completed, by outcome.",
      unit: "{run}",
    }),
    reconciliations: meter.createCounter("settled.reconciliations", {
      description: "Recorded reconciliations, by adapter and decision.",
      unit: "{reconciliation}",
    }),
    detection: meter.createHistogram("settled.detection.time", {
      description: "From the last sign of life of a lost worker to the end of its run.",
      unit: "s",
      advice: { explicitBucketBoundaries: DETECTION_BOUNDS_S },
    }),
    oldestNeedingPerson: meter.createObservableGauge("settled.runs.oldest_needing_person", {
      description: "Age of the oldest run that waits for a person.",
      unit: "s",
    }),
    sweepLag: meter.createObservableGauge("settled.sweep.lag", {
      description: "How long the run has been due that has been due the longest.",
      unit: "s",
    }),
  };
}

export type Instruments = ReturnType<typeof instrumentsOf>;

/** The instruments of whatever provider is registered now: one that comes later is not missed. */
export function createInstruments(): () => Instruments {
  let known: { readonly provider: MeterProvider; readonly instruments: Instruments } | null = null;
  return () => {
    const provider = metrics.getMeterProvider();
    if (known?.provider !== provider) {
      known = { provider, instruments: instrumentsOf(provider.getMeter(SCOPE)) };
    }
    return known.instruments;
  };
}
