import { z } from "zod";

export const ARTIFACT_REF_SCHEMA = z
  .object({ type: z.string(), id: z.string() })
  .meta({ id: "ArtifactRef", description: "Names an artifact." });

/** Only an artifact that was read just now, in the run's own scope. */
export const ARTIFACT_SCHEMA = z
  .object({ type: z.string(), id: z.string(), href: z.string().nullable() })
  .meta({ id: "Artifact", description: "What the run made, looked for just now in its scope." });
