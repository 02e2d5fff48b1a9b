import { positionLabelOf } from "../present/position-label.ts";
import type { FindingJson } from "../reconcile/finding-json.ts";
import type { CliIo, TextSink } from "./cli-io.ts";
import { describeFinding } from "../http/describe-finding.ts";
import type { OutputFormat } from "./global-options.ts";
import { jsonText, LINE_WIDTH, plainLine, wrapText } from "./terminal-text.ts";

/** What looks at the truth found, run by run. */
export function tellFindings(
  io: CliIo,
  { output, dryRun }: { readonly output: OutputFormat; readonly dryRun: boolean },
  findings: readonly FindingJson[],
): void {
  if (output === "json") {
    io.stdout.write(`${jsonText({ dry_run: dryRun, runs: findings }, 2)}\n`);
  } else if (output === "ndjson") {
    for (const finding of findings) io.stdout.write(`${jsonText(finding)}\n`);
  } else if (findings.length === 0) {
    io.stdout.write("Nothing is due.\n");
  } else {
    for (const finding of findings) writeFinding(io.stdout, finding, dryRun);
  }
}

function writeFinding(sink: TextSink, finding: FindingJson, dryRun: boolean): void {
  const { glyph, label } = positionLabelOf(finding);
  const { run_id: id, workspace_id: workspace, operation_type: type } = finding;
  sink.write(`${plainLine(`${id}  ${workspace}  ${type}  ${glyph} ${label}`)}\n`);
  const words = plainLine(describeFinding(finding, dryRun));
  for (const line of wrapText(words, LINE_WIDTH - 2)) sink.write(`  ${line}\n`);
}
