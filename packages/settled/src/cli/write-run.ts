import { explainBelief } from "../present/explain-belief.ts";
import { utcWords } from "../present/utc-words.ts";
import type { ArtifactTruth } from "../present/artifact-truth.ts";
import type { TextSink } from "./cli-io.ts";
import type { Desk } from "./open-desk.ts";
import { outcomeColour } from "./outcome-colour.ts";
import { paint, plainLine, wrapText } from "./terminal-text.ts";
import type { RunView } from "./view-run.ts";
import { writeFields } from "./write-table.ts";

/** What happened in one line and a sentence: the end of `watch`, the beginning of `show`. */
export function writeRunHead(sink: TextSink, { run, presented }: RunView): void {
  const title = `${presented.position.glyph} ${plainLine(presented.title)}`;
  sink.write(`${paint(sink, outcomeColour(run), title)}\n`);
  for (const line of wrapText(plainLine(presented.sentence))) sink.write(`${line}\n`);
  for (const line of wrapText(`Next: ${plainLine(presented.nextStep.text)}`)) {
    sink.write(`${line}\n`);
  }
}

/** The run's own facts, and why its outcome is believed. */
export function writeRunFacts(sink: TextSink, desk: Desk, { run, presented }: RunView): void {
  const belief = explainBelief(run, desk.catalog.find(run.operationType));
  writeFields(sink, [
    ["Run", run.id],
    ["Operation", run.operationType],
    ["Workspace", run.workspaceId],
    ["Environment", run.environmentId ?? "(the whole workspace)"],
    ["Origin", `${presented.askedBy}, ${utcWords(run.createdAt)}`],
    ["Attempt", run.attempt === 0 ? "" : String(run.attempt)],
    // How far it had come says nothing once it ended.
    ["Progress", run.status === "completed" ? "" : (presented.progress ?? "")],
    ["Counts", countsOf(run.summary)],
    ["Freshness", presented.freshness.text],
    ["Result", artifactWords(presented.artifact)],
    ["Rerun of", run.rerunOf ?? ""],
    ["Reason", belief.reason === null ? "" : `${belief.reason.title}. ${belief.reason.meaning}`],
    ["Believed", belief.statement],
    ...belief.checks.map(
      ({ text, passed, detail }) =>
        ["", `${passed ? "✓" : "✗"} ${text}${detail === "" ? "" : `: ${detail}`}`] as const,
    ),
  ]);
}

function countsOf(summary: Readonly<Record<string, number>>): string {
  return Object.entries(summary)
    .map(([name, count]) => `${count} ${name.replaceAll("_", " ")}`)
    .join(", ");
}

function artifactWords(artifact: ArtifactTruth | null): string {
  if (artifact === null) return "";
  switch (artifact.kind) {
    case "none":
      return "";
    case "present": {
      const complete = artifact.complete ? "complete" : "not complete";
      const href = artifact.href === null ? "" : `, ${artifact.href}`;
      return `${artifact.title} (${artifact.state}, ${complete})${href}`;
    }
    case "gone":
      return `${artifact.ref.type} ${artifact.ref.id} is not there any more.`;
    case "hidden":
      return "It cannot be shown here.";
    case "unavailable":
      return artifact.ref === undefined
        ? "It could not be looked at just now."
        : `${artifact.ref.type} ${artifact.ref.id} (could not be looked at just now)`;
  }
}
