/** What the lease's thread needs to beat on its own. */
export interface LeaseThreadInput {
  readonly connectionString: string;
  readonly leaseId: string;
  readonly beatSql: string;
  readonly beatMs: number;
  readonly validMs: number;
  /** False where sessions are shared, so that no advisory lock can speak for this process. */
  readonly takesLock: boolean;
}

/** `ended` = somebody ended the lease: this worker is taken for dead and must stop. */
export type LeaseMessage = { readonly kind: "beaten" } | { readonly kind: "ended" };
