import type { Command } from "commander";
import { asWorkspaceId } from "settled";
import type { Platform } from "../platform.ts";
import {
  listEnvironments,
  type ManagedEnvironment,
  setEnvironmentState,
} from "../store/environment.ts";
import { assertEnvironment, assertWorkspace } from "./assert-scope.ts";
import { asScope } from "./find-scope.ts";
import { recordFromTerminal } from "./record-from-terminal.ts";
import { withPlatform } from "./with-platform.ts";
import { addOutputOption, type OutputFormat, writeAnswer } from "./write-output.ts";

interface ListOptions {
  readonly workspace: string;
  readonly output: OutputFormat;
}

interface StateOptions extends ListOptions {
  readonly environment: string;
}

const MOVES = [
  ["activate", "active", "look after an environment again"],
  ["suspend", "suspended", "stop reading and writing an environment for a while"],
  ["archive", "archived", "keep what is known of an environment, and look after it no longer"],
] as const;

/** `platform environment`: which environments there are, and whether each is looked after. */
export function addEnvironmentCommand(program: Command): void {
  const group = program.command("environment").description("managed environments");
  addOutputOption(group.command("list").description("the environments of a workspace"))
    .requiredOption("--workspace <id>", "the workspace")
    .action((options: ListOptions) => withPlatform((platform) => list(platform, options)));
  for (const [verb, state, description] of MOVES) {
    addOutputOption(group.command(verb).description(description))
      .requiredOption("--workspace <id>", "the workspace")
      .requiredOption("--environment <id>", "the environment")
      .action((options: StateOptions) =>
        withPlatform((platform) => setState(platform, options, state)),
      );
  }
}

async function list(platform: Platform, options: ListOptions): Promise<void> {
  const workspaceId = asWorkspaceId(options.workspace);
  await assertWorkspace(platform, workspaceId);
  write(options.output, await listEnvironments(platform.database, workspaceId));
}

async function setState(
  platform: Platform,
  options: StateOptions,
  state: ManagedEnvironment["state"],
): Promise<void> {
  const scope = asScope(options);
  const before = await assertEnvironment(platform, scope);
  const changed = await platform.database.transaction(async (tx) => {
    const after = await setEnvironmentState(tx, scope, state);
    if (after === null) return null;
    await recordFromTerminal(platform, tx, {
      scope,
      action: "environment.change",
      target: { type: "environment", id: after.environmentId, name: after.name },
      detail: { from: { state: before.state }, to: { state } },
    });
    return after;
  });
  write(options.output, changed === null ? [] : [changed]);
}

function write(format: OutputFormat, environments: readonly ManagedEnvironment[]): void {
  writeAnswer(format, {
    json: {
      environments: environments.map(({ environmentId: id, name, state, provider }) => {
        return { id, name, state, provider };
      }),
    },
    columns: [{ title: "ENVIRONMENT" }, { title: "NAME", widthMin: 12 }, { title: "STATE" }],
    rows: environments.map(({ environmentId, name, state }) => [environmentId, name, state]),
  });
}
