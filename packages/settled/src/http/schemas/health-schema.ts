import { z } from "zod";

export const LIVENESS_SCHEMA = z
  .object({ status: z.literal("live") })
  .meta({ id: "Liveness", description: "This process answers." });

const CHECK_SCHEMA = z
  .object({ name: z.string(), ok: z.boolean(), count: z.number().exactOptional() })
  .meta({ id: "HealthCheck" });

export const READINESS_SCHEMA = z
  .object({ status: z.literal("ready"), checks: z.array(CHECK_SCHEMA) })
  .meta({ id: "Readiness", description: "What this process depends on holds." });
