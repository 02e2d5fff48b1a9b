import { html } from "hono/html";
import type { ArtifactTruth } from "../../present/artifact-truth.ts";
import { utcWords } from "../../present/utc-words.ts";
import type { Html } from "../answer.ts";
import type { RunView } from "../view-run.ts";
import { artifactLine } from "./artifact-line.ts";

/** The result as it is now, and when that was checked. */
export function artifactCard({ presented, now, run }: RunView): Html {
  const { artifact } = presented;
  if (artifact === null || artifact.kind === "none") {
    const nothing =
      run.status === "completed"
        ? "No result is recorded for this run."
        : "There is no result yet. It is shown here once there is one.";
    return html`<section class="card">
      <h2>Result</h2>
      <p class="soft">${nothing}</p>
    </section>`;
  }
  const checkedAt = now.toISOString();
  return html`<section class="card">
    <h2>Result</h2>
    <p>${artifactLine(artifact)}</p>
    <p class="soft">${remark(artifact)}</p>
    <p class="soft small">
      Checked at <time datetime="${checkedAt}" title="${checkedAt}">${utcWords(now)}</time>
    </p>
  </section>`;
}

function remark(artifact: ArtifactTruth): string {
  switch (artifact.kind) {
    case "present": {
      const whole = artifact.complete
        ? "It is there and complete"
        : "It is there, but not complete";
      return `${artifact.label}. ${whole}; its state is: ${artifact.state}.`;
    }
    case "gone":
      return "It was recorded, but it is not there any more.";
    case "hidden":
      return "What was recorded is not readable within this workspace and environment.";
    case "unavailable":
      return "It was recorded; whether it is there now could not be asked.";
    case "none":
      return "";
  }
}
