import type { ServedRunJson } from "../http/served-run-json.ts";
import { positionLabelOf } from "../present/position-label.ts";
import { askedByWords } from "../present/present-run.ts";
import { progressWords } from "../present/progress-words.ts";
import { utcWords } from "../present/utc-words.ts";
import type { TextSink } from "./cli-io.ts";
import { outcomeColour } from "./outcome-colour.ts";
import { paint, plainLine, wrapText } from "./terminal-text.ts";
import { writeFields } from "./write-table.ts";

/** What happened in one line and a sentence: the end of `watch`, the beginning of `show`. */
export function writeRunHead(sink: TextSink, run: ServedRunJson): void {
  const { title, sentence, next_step: nextStep } = run.presentation;
  const headline = `${positionLabelOf(run).glyph} ${plainLine(title)}`;
  sink.write(`${paint(sink, outcomeColour(run), headline)}\n`);
  for (const line of wrapText(plainLine(sentence))) sink.write(`${line}\n`);
  for (const line of wrapText(`Next: ${plainLine(nextStep.text)}`)) sink.write(`${line}\n`);
}

/** The run's own facts, and why its outcome is believed. */
export function writeRunFacts(sink: TextSink, run: ServedRunJson): void {
  const { belief, presentation } = run;
  const { reason } = presentation;
  writeFields(sink, [
    ["Run", run.id],
    ["Operation", run.operation.type],
    ["Workspace", run.workspace_id],
    ["Environment", run.environment_id ?? "(the whole workspace)"],
    ["Origin", `${askedByWords(run.initiator)}, ${utcWords(new Date(run.created_at))}`],
    ["Attempt", run.attempt === 0 ? "" : String(run.attempt)],
    // How far it had come says nothing once it ended.
    ["Progress", run.done ? "" : (progressWords(run.progress) ?? "")],
    ["Counts", countsOf(run.summary)],
    ["Freshness", presentation.freshness.text],
    ["Result", belief.result ?? ""],
    ["Rerun of", run.rerun_of ?? ""],
    ["Reason", reason === null ? "" : `${reason.title}. ${reason.meaning}`],
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
