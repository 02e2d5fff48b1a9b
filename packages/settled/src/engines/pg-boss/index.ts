export { createPgBossEngine } from "./pg-boss-engine.ts";
export type { PgBossEngineOptions, PgBossMaintenance } from "./pg-boss-options.ts";
