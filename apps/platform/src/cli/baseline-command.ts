import { type Command, InvalidArgumentError, Option } from "commander";
import { asWorkspaceId } from "settled";
import { SEVERITIES } from "../drift/severity.ts";
import { listBaselines } from "../store/baseline-store.ts";
import { listPins } from "../store/pin-store.ts";
import { assertEnvironment, assertWorkspace } from "./assert-scope.ts";
import { createBaseline, type CreateOptions } from "./create-baseline.ts";
import { findNamedBaseline, type NamedBaseline } from "./find-baseline.ts";
import { pinFromTerminal, type PinOptions } from "./pin-from-terminal.ts";
import { pinsAnswer } from "./pins-answer.ts";
import { baselineAnswer, baselinesAnswer } from "./show-baseline.ts";
import { asScope } from "./find-scope.ts";
import { say } from "./terminal.ts";
import { withPlatform } from "./with-platform.ts";
import { addOutputOption, type OutputFormat, writeAnswer } from "./write-output.ts";

interface Output {
  readonly output: OutputFormat;
}

/** `platform baseline`: what is expected of the environments of a workspace. */
export function addBaselineCommand(program: Command): void {
  const baseline = program.command("baseline").description("what is expected of environments");
  addCreate(baseline);
  addOutputOption(baseline.command("list").description("the baselines of a workspace"))
    .requiredOption("--workspace <id>", "the workspace")
    .action(async ({ workspace, output }: { workspace: string } & Output) => {
      const workspaceId = asWorkspaceId(workspace);
      const baselines = await withPlatform(async (platform) => {
        await assertWorkspace(platform, workspaceId);
        return listBaselines(platform.database, workspaceId);
      });
      writeAnswer(output, baselinesAnswer(baselines));
    });
  addOutputOption(baseline.command("show").description("one version of a baseline"))
    .argument("<baseline>", "its id or its name")
    .requiredOption("--workspace <id>", "the workspace")
    .option("--version <n>", "the version; the newest unless said", asVersion)
    .action(async (name: string, options: Omit<NamedBaseline, "baseline"> & Output) => {
      const found = await withPlatform((platform) =>
        findNamedBaseline(platform, { ...options, baseline: name }),
      );
      writeAnswer(options.output, baselineAnswer(found));
    });
  addPins(baseline);
}

function addCreate(baseline: Command): void {
  addOutputOption(baseline.command("create").description("release the next version of a baseline"))
    .requiredOption("--workspace <id>", "the workspace")
    .requiredOption("--name <text>", "the baseline; made if it is new")
    .option("--snapshot-of <id>", "from a snapshot of this environment")
    .option("--snapshot <id>", "a sealed snapshot; the newest unless said")
    .option("--folder <path>", "from the folder of an export")
    .addOption(
      new Option("--mode <mode>", "whether further settings are a finding")
        .choices(["exact", "at_least"])
        .default("exact"),
    )
    .addOption(
      new Option(
        "--severity <word>",
        "of every entry; by the area of its type unless said",
      ).choices(SEVERITIES),
    )
    .option("--with-assignments", "expect, too, whom a policy reaches", false)
    .option("--exclude <path...>", "setting paths that are not compared", [])
    .option("--rationale <text>", "why this is expected", "")
    .action(async ({ output, ...options }: CreateOptions & Output) => {
      const version = await withPlatform((platform) => createBaseline(platform, options));
      writeAnswer(output, { ...baselineAnswer(version), rows: [] });
    });
}

function addPins(baseline: Command): void {
  const inEnvironment = (command: Command) =>
    command
      .requiredOption("--workspace <id>", "the workspace")
      .requiredOption("--environment <id>", "the environment")
      .requiredOption("--baseline <id>", "the baseline, by id or name");
  inEnvironment(
    baseline.command("pin").description("say which policy of an environment an entry means"),
  )
    .requiredOption("--policy <name>", "the policy as the baseline names it")
    .option("--type <type>", "its type, where several have the name")
    .option("--provider-id <id>", "the id of the policy in the environment")
    .option("--remove", "take the pin away", false)
    .action(async (options: PinOptions) => {
      say(await withPlatform((platform) => pinFromTerminal(platform, options)));
    });
  addOutputOption(
    inEnvironment(baseline.command("pins").description("the pins of an environment")),
  ).action(async (options: Omit<PinOptions, "policy" | "remove"> & Output) => {
    const pins = await withPlatform(async (platform) => {
      const scope = asScope(options);
      await assertEnvironment(platform, scope);
      const { baselineId } = await findNamedBaseline(platform, options);
      return listPins(platform.database, scope, baselineId);
    });
    writeAnswer(options.output, pinsAnswer(pins));
  });
}

function asVersion(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("Give a whole number above 0.");
}
