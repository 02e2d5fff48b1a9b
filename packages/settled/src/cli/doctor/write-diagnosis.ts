import type { InvariantReport } from "../../postgres/invariants/invariant.ts";
import type { TextSink } from "../cli-io.ts";
import type { OutputFormat } from "../global-options.ts";
import {
  jsonText,
  LINE_WIDTH,
  paint,
  plainLine,
  type TextColour,
  wrapText,
} from "../terminal-text.ts";
import type { Finding } from "./finding.ts";
import type { Diagnosis } from "./diagnosis.ts";

const SHOWN_MAX = 5;

const SIGNS: Readonly<Record<Finding["level"], readonly [glyph: string, colour: TextColour]>> = {
  ok: ["✓", "green"],
  warning: ["!", "yellow"],
  problem: ["✗", "red"],
  not_checked: ["–", "dim"],
};

export function writeDiagnosis(sink: TextSink, format: OutputFormat, diagnosis: Diagnosis): void {
  switch (format) {
    case "table":
      writeWords(sink, diagnosis);
      break;
    case "json":
      sink.write(`${jsonText(asDiagnosisJson(diagnosis), 2)}\n`);
      break;
    case "ndjson":
      for (const line of asLines(diagnosis)) sink.write(`${jsonText(line)}\n`);
      break;
  }
}

function writeWords(sink: TextSink, { findings, invariants, well }: Diagnosis): void {
  for (const { level, text, nextStep } of findings) writeItem(sink, level, text, nextStep);
  for (const report of invariants ?? []) writeInvariant(sink, report);
  if (invariants !== null) sink.write(`Runs examined: ${invariants[0]?.examined ?? 0}.\n`);
  sink.write(`${closingWords(well, findings)}\n`);
}

function closingWords(well: boolean, findings: Diagnosis["findings"]): string {
  if (!well) return "Something is wrong.";
  const warned = findings.some(({ level }) => level === "warning");
  return warned ? "Nothing is wrong, but read the warnings (!)." : "All is well.";
}

function writeInvariant(sink: TextSink, { description, violations, more }: InvariantReport): void {
  if (violations.length === 0) return writeItem(sink, "ok", description, null);
  const count = `${violations.length}${more ? " or more" : ""}`;
  writeItem(sink, "problem", `Violated ${count} times: ${description}`, null);
  for (const { workspaceId, runId, detail } of violations.slice(0, SHOWN_MAX)) {
    sink.write(`  ${plainLine(workspaceId)} ${runId}\n`);
    for (const line of wrapText(plainLine(detail), LINE_WIDTH - 4)) sink.write(`    ${line}\n`);
  }
  if (violations.length > SHOWN_MAX) sink.write("  … `-o json` lists them.\n");
}

function writeItem(
  sink: TextSink,
  level: Finding["level"],
  text: string,
  nextStep: string | null,
): void {
  const [glyph, colour] = SIGNS[level];
  wrapText(plainLine(text), LINE_WIDTH - 2).forEach((line, at) => {
    sink.write(`${at === 0 ? paint(sink, colour, glyph) : " "} ${line}\n`);
  });
  if (nextStep === null) return;
  for (const line of wrapText(plainLine(nextStep), LINE_WIDTH - 4)) sink.write(`    ${line}\n`);
}

function asDiagnosisJson({ findings, invariants, well }: Diagnosis) {
  return {
    well,
    findings: findings.map(asFindingJson),
    invariants: invariants?.map(asInvariantJson) ?? null,
  };
}

function asLines({ findings, invariants }: Diagnosis): readonly object[] {
  return [...findings.map(asFindingJson), ...(invariants ?? []).map(asInvariantJson)];
}

function asFindingJson({ check, level, text, nextStep }: Finding) {
  return { check, level, text, next_step: nextStep };
}

function asInvariantJson({ invariant, description, violations, more, examined }: InvariantReport) {
  return {
    invariant,
    description,
    examined,
    more,
    violations: violations.map(({ runId, workspaceId, detail }) => ({
      run_id: runId,
      workspace_id: workspaceId,
      detail,
    })),
  };
}
