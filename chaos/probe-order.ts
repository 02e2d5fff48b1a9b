import type { WorkerOptions } from "../packages/settled/src/start-worker.ts";
import type { ProbeClocks } from "./open-probe.ts";
import type { ProbeInput, ProbeType } from "./probe-operations.ts";

/** What a process of the small host is told to do. */
export interface ProbeOrder {
  readonly clocks?: ProbeClocks;
  readonly work?: WorkingOrder;
  readonly start?: StartingOrder;
}

export interface WorkingOrder extends WorkerOptions {
  /** How long a SIGTERM lets jobs go on. */
  readonly graceMs?: number;
}

export interface StartingOrder {
  readonly type: ProbeType;
  readonly times: number;
  readonly workspaceId: string;
  readonly environmentId: string;
  readonly input: ProbeInput;
  readonly initiatorId: string;
}
