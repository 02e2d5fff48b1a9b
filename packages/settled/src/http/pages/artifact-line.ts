import { html } from "hono/html";
import type { ArtifactTruth } from "../../present/artifact-truth.ts";
import type { Html } from "../answer.ts";

/** The result of a run in one line: linked only to a path that was checked. */
export function artifactLine(artifact: ArtifactTruth | null): Html {
  if (artifact === null) return html`<span class="soft">not looked at</span>`;
  switch (artifact.kind) {
    case "none":
      return html`<span class="soft">none</span>`;
    case "present": {
      const title =
        artifact.href === null
          ? artifact.title
          : html`<a href="${artifact.href}">${artifact.title}</a>`;
      return artifact.complete ? html`${title}` : html`${title} <b class="no">incomplete</b>`;
    }
    case "gone":
      return html`<span class="no">gone</span>`;
    case "hidden":
      return html`<span class="soft">cannot be shown</span>`;
    case "unavailable":
      return html`<span class="soft">could not be looked at</span>`;
  }
}
