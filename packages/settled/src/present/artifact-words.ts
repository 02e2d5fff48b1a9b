import type { ArtifactTruth } from "./artifact-truth.ts";

/** The artifact as it was read just now, in one line; null where there is none or none was asked for. */
export function artifactWords(artifact: ArtifactTruth | null): string | null {
  if (artifact === null) return null;
  switch (artifact.kind) {
    case "none":
      return null;
    case "present": {
      const complete = artifact.complete ? "complete" : "not complete";
      const href = artifact.href === null ? "" : `, ${artifact.href}`;
      return `${artifact.title} (${artifact.state}, ${complete})${href}`;
    }
    case "gone":
      return `${artifact.ref.type} ${artifact.ref.id} is not there any more.`;
    case "hidden":
      return "It cannot be shown here.";
    // What could not be read in the run's own scope is not named.
    case "unavailable":
      return "It could not be looked at just now.";
  }
}
