export type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./embedded-postgres.ts";
export {
  EmbeddedPostgresError,
  type EmbeddedPostgresErrorCode,
} from "./embedded-postgres-error.ts";
export { startEmbeddedPostgres } from "./start-embedded-postgres.ts";
