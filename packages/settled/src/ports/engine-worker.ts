export interface EngineWorker {
  /** Takes no more jobs, waits for those under way up to the grace, then returns. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}
