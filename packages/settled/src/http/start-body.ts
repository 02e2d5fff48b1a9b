import { z } from "zod";
import { asEnvironmentId, SCOPE_NAME } from "../run/scope.ts";

const ENVIRONMENT_WORDS =
  "An id of an environment is 1 to 128 letters, digits, dots, dashes or underscores, and begins with a letter or digit.";

/** `{ environment_id?, input? }` and nothing else. The operation itself judges its input. */
export const START_BODY = z
  .strictObject({
    environment_id: z
      .string(ENVIRONMENT_WORDS)
      .regex(SCOPE_NAME, ENVIRONMENT_WORDS)
      .nullish()
      .describe("The environment that the run is about; without it, the whole workspace."),
    input: z
      .unknown()
      .optional()
      .describe("The operation's own input, as its schema takes it; an empty object unless given."),
  })
  .transform(({ environment_id, input }) => ({
    environmentId: environment_id == null ? null : asEnvironmentId(environment_id),
    input: input ?? {},
  }));
