import { createSettled, type Settled } from "../packages/settled/src/create-settled.ts";
import { createPgBossEngine } from "../packages/settled/src/engines/pg-boss/index.ts";
import type { EngineDriver } from "../packages/settled/src/ports/engine-driver.ts";
import { connectDatabase, type Database } from "../packages/settled/src/postgres/database.ts";
import type { PostgresOptions } from "../packages/settled/src/postgres/open-postgres.ts";
import { probeOperations, type ProbeParts } from "./probe-operations.ts";

/** Plain values, so that a child process can be given them as they are. */
export interface ProbeClocks {
  readonly postgres?: Pick<PostgresOptions, "leaseBeatMs" | "leaseValidMs" | "lockMissingMs">;
  readonly timeouts?: NonNullable<ProbeParts["timeouts"]>;
  readonly types?: NonNullable<ProbeParts["types"]>;
  readonly sweepEveryMs?: number;
  readonly bulk?: boolean;
  readonly adapterTimeoutMs?: number;
}

export interface ProbeOptions extends ProbeClocks, Pick<ProbeParts, "adapter"> {
  readonly connectionString: string;
  /** Puts something between Settled and pg-boss. */
  readonly engine?: (pgBoss: EngineDriver) => EngineDriver;
}

/** One process of the small host: Settled with its operations, and a pool for its own table. */
export interface Probe {
  readonly settled: Settled;
  readonly database: Database;
  close(): Promise<void>;
}

export function openProbe(options: ProbeOptions): Probe {
  const { connectionString, engine = (pgBoss) => pgBoss, postgres, ...rest } = options;
  const database = connectDatabase({
    connectionString,
    connectionsMax: 6,
    applicationName: "probe",
  });
  const settled = createSettled({
    ...rest,
    postgres: { connectionString, ...postgres },
    operations: probeOperations({ database, ...rest }),
    engine: engine(
      createPgBossEngine({
        connectionString,
        connectionsMax: 6,
        heartbeatSeconds: 10,
        pollingIntervalSeconds: 0.5,
      }),
    ),
  });
  return {
    settled,
    database,
    async close() {
      await settled.close();
      await database.close();
    },
  };
}
