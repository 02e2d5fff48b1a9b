/** Why a worker's lease ended: it stopped in order, gave no more sign of life, or its connection broke. */
export const WORKER_ENDS = ["released", "expired", "connection_lost"] as const;
export type WorkerEnd = (typeof WORKER_ENDS)[number];
