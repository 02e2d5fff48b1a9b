import { asEnvironmentId, SCOPE_NAME } from "settled";
import { z } from "zod";

/** The id of an environment in a body. */
export const ENVIRONMENT_ID = z
  .string()
  .regex(SCOPE_NAME, "An id is letters, digits, dots, dashes and underscores.")
  .transform(asEnvironmentId);
