/** The lease of this worker process, kept alive apart from its event loop. */
export interface WorkerPresence {
  readonly leaseId: string;
  /** Fires when the lease is lost or about to be: handlers must stop. */
  readonly lost: AbortSignal;
  /** Gives the lease up; runs that it still owns become due at once. */
  release(): Promise<void>;
}
