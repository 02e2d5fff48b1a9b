import { type Command, InvalidArgumentError, Option } from "commander";
import { DISPOSITIONS } from "../drift/disposition.ts";
import { FINDING_KINDS, type FindingKind } from "../drift/drift-finding.ts";
import { SEVERITIES, type Severity } from "../drift/severity.ts";
import { decideFinding, type DecideOptions } from "./decide-finding.ts";
import { findByKey } from "./find-finding.ts";
import { findingAnswer } from "./finding-answer.ts";
import { findingsAnswer } from "./findings-answer.ts";
import { type FindingsScope, findingsForTerminal } from "./findings-for-terminal.ts";
import { withPlatform } from "./with-platform.ts";
import { addOutputOption, type OutputFormat, writeAnswer } from "./write-output.ts";

interface Output {
  readonly output: OutputFormat;
}

interface ListOptions extends FindingsScope, Output {
  readonly severity?: readonly Severity[];
  readonly kind?: readonly FindingKind[];
}

/** `platform findings`: how an environment differs from a baseline, and what was decided about it. */
export function addFindingsCommand(program: Command): void {
  const findings = program
    .command("findings")
    .description("how environments differ from baselines");
  addOutputOption(inComparison(findings.command("list").description("what is found, worst first")))
    .addOption(new Option("--severity <word...>", "these alone").choices(SEVERITIES))
    .addOption(new Option("--kind <kind...>", "these alone").choices(FINDING_KINDS))
    .action(async ({ severity, kind, output, ...scope }: ListOptions) => {
      const found = await withPlatform((platform) => findingsForTerminal(platform, scope));
      const wanted = found.report.findings.filter(
        (one) =>
          (severity === undefined || severity.includes(one.severity)) &&
          (kind === undefined || kind.includes(one.kind)),
      );
      writeAnswer(output, findingsAnswer(found, wanted));
    });
  addOutputOption(inComparison(findings.command("show").description("one finding in full")))
    .argument("<key>", "the finding, or the beginning of its key")
    .action(async (key: string, { output, ...scope }: FindingsScope & Output) => {
      const { report, decisions } = await withPlatform((platform) =>
        findingsForTerminal(platform, scope),
      );
      const finding = findByKey(report.findings, key);
      writeAnswer(output, findingAnswer(finding, decisions.get(finding.finding_key) ?? null));
    });
  addOutputOption(
    inComparison(findings.command("decide").description("record what was decided about a finding")),
  )
    .argument("<key>", "the finding, or the beginning of its key")
    .addOption(
      new Option("--as <decision>", "what was decided").choices(DISPOSITIONS).makeOptionMandatory(),
    )
    .requiredOption("--reason <text>", "why")
    .option("--expires <day>", "the last day on which it holds: 2026-12-31", asEndOfDay)
    .action(async (key: string, { output, ...options }: DecideOptions & Output) => {
      const { finding, decision } = await withPlatform((platform) =>
        decideFinding(platform, key, options),
      );
      const until =
        decision.expires_at === null ? "" : ` until ${decision.expires_at.slice(0, 10)}`;
      writeAnswer(output, {
        json: decision,
        columns: [],
        rows: [],
        notes: [`${finding.kind} of ${finding.policy}: ${decision.disposition}${until}.`],
      });
    });
}

function inComparison(command: Command): Command {
  return command
    .requiredOption("--workspace <id>", "the workspace")
    .requiredOption("--environment <id>", "the environment")
    .option(
      "--baseline <id>",
      "by id or name; without it only what contradicts itself or was not read",
    )
    .option("--snapshot <id>", "a sealed snapshot; the newest unless said");
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The last millisecond of a day in UTC. */
function asEndOfDay(text: string): Date {
  const end = new Date(`${text}T23:59:59.999Z`);
  if (DAY.test(text) && !Number.isNaN(end.getTime()) && end.toISOString().startsWith(text))
    return end;
  throw new InvalidArgumentError("Give a day as 2026-12-31.");
}
