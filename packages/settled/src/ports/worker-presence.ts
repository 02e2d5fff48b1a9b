/** The lease of this worker process, kept alive apart from its event loop. */
export interface WorkerPresence {
  readonly leaseId: string;
  /** Fires when the lease is lost or about to be: handlers must stop. */
  readonly lost: AbortSignal;
  /** Gives the lease up; the next sweep makes the runs that it still owns due. */
  release(): Promise<void>;
}
