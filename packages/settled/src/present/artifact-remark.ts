import type { ArtifactTruth } from "./artifact-truth.ts";

/** What a reader must know of the artifact as it is now; empty if there is nothing to remark. */
export function artifactRemark(artifact: ArtifactTruth | null): string {
  if (artifact === null) return "";
  switch (artifact.kind) {
    case "none":
      return "";
    case "present":
      return artifact.complete ? "" : "The result is there now, but it is not complete.";
    case "gone":
      return "The result is not there any more.";
    case "hidden":
      return "The result that was recorded cannot be shown here.";
    case "unavailable":
      return "The result could not be looked at just now.";
  }
}
