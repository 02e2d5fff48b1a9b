/** Which workers live. Time alone ends no lease here: a test says when. */
export interface WorkerLeases {
  /** Opens a lease that lives until it is ended or expired. */
  addLease(id: string): void;
  /** The worker died: its lease has run out, and nobody has noticed yet. */
  expireLease(id: string): void;
  /** The worker went in peace: the next sweep finds the runs that it still owned, as after a death. */
  endLease(id: string): void;
  leaseIsLive(id: string): boolean;
}

export interface WorkerLeaseBook extends WorkerLeases {
  /** The leases that have run out and are not closed. */
  expired(): readonly string[];
  close(id: string): void;
}

export function createWorkerLeaseBook(): WorkerLeaseBook {
  const leases = new Map<string, "live" | "expired" | "ended">();
  const expire = (id: string): void => {
    if (leases.get(id) === "live") leases.set(id, "expired");
  };
  return {
    addLease: (id) => void leases.set(id, "live"),
    expireLease: expire,
    endLease: expire,
    leaseIsLive: (id) => leases.get(id) === "live",
    expired: () => [...leases].filter(([, word]) => word === "expired").map(([id]) => id),
    close: (id) => void leases.set(id, "ended"),
  };
}
