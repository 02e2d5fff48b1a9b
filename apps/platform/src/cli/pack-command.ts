import { type Command, InvalidArgumentError, Option } from "commander";
import { PACK_PROFILES, type PackProfile } from "../pack/pack-profile.ts";
import { findNamedPack } from "./named-pack.ts";
import { writePack, writePackList } from "./pack-answer.ts";
import { savePackFile } from "./save-pack.ts";
import { renderFromTerminal, type RenderOptions } from "./render-from-terminal.ts";
import { findScope, type ScopeOptions } from "./find-scope.ts";
import { revokeFromTerminal } from "./revoke-from-terminal.ts";
import { say } from "./terminal.ts";
import { withPlatform } from "./with-platform.ts";
import { addOutputOption, type OutputFormat } from "./write-output.ts";

const DEFAULT_PROFILES: readonly PackProfile[] = ["executive"];

interface InWorkspace {
  readonly workspace: string;
}

/** `platform pack`: packs of reviews are rendered, listed, shown, downloaded and taken back. */
export function addPackCommand(program: Command, end: (code: number) => void): void {
  const packs = program
    .command("pack")
    .description("review packs for executives, customers, auditors");
  addRender(packs, end);
  addList(packs);
  addShow(packs);
  addDownload(packs);
  addRevoke(packs);
}

function addRender(packs: Command, end: (code: number) => void): void {
  const command = packs.command("render").description("render packs of a review");
  addOutputOption(inEnvironment(command))
    .requiredOption("--review <id>", "the review")
    .addOption(
      new Option("--profile <name>", `${PACK_PROFILES.join(", ")}; may be given several times`)
        .argParser(asProfiles)
        .default(DEFAULT_PROFILES, "executive"),
    )
    .option("--no-wait", "leave as soon as the run is accepted")
    .action(async (options: RenderOptions) => {
      end(await withPlatform((platform) => renderFromTerminal(platform, options)));
    });
}

function addList(packs: Command): void {
  const command = packs.command("list").description("the packs of an environment, newest first");
  addOutputOption(inEnvironment(command)).action((options: ScopeOptions) =>
    withPlatform(async (platform) => {
      await writePackList(platform, await findScope(platform, options), options.output);
    }),
  );
}

function addShow(packs: Command): void {
  const command = packs.command("show").description("one pack with its files and their hashes");
  addOutputOption(inWorkspace(command.argument("<id>", "the pack"))).action(
    (id: string, options: InWorkspace & { readonly output: OutputFormat }) =>
      withPlatform(async (platform) => {
        writePack(await findNamedPack(platform, options.workspace, id), options.output);
      }),
  );
}

function addDownload(packs: Command): void {
  const command = packs.command("download").description("save a pack, its hash checked");
  inWorkspace(command.argument("<id>", "the pack"))
    .requiredOption("--out <file>", "where it is saved; a file of that name is replaced")
    .option("--file <name>", "one file of the pack; all of them as a zip unless said")
    .action((id: string, options: InWorkspace & { readonly out: string; readonly file?: string }) =>
      withPlatform(async (platform) => {
        const found = await findNamedPack(platform, options.workspace, id);
        const { file = null, out } = options;
        const saved = await savePackFile(platform, found, { file, out });
        say(`Saved ${saved.bytes} bytes as ${saved.path}.`);
        say(`SHA-256 ${saved.sha256}`);
        if (found.placed.isStale) say("A newer review than that of this pack stands.");
      }),
    );
}

function addRevoke(packs: Command): void {
  const command = packs
    .command("revoke")
    .description("take a pack back: it is not given out any more");
  inWorkspace(command.argument("<id>", "the pack"))
    .requiredOption("--reason <text>", "why; shown to whoever asks for the pack")
    .action((id: string, { workspace, reason }: InWorkspace & { readonly reason: string }) =>
      withPlatform((platform) => revokeFromTerminal(platform, { workspace, id, reason })),
    );
}

function inWorkspace(command: Command): Command {
  return command.requiredOption("--workspace <id>", "the workspace");
}

function inEnvironment(command: Command): Command {
  return inWorkspace(command).requiredOption("--environment <id>", "the environment");
}

/** The first one that is given takes the place of the default. */
function asProfiles(value: string, before: readonly PackProfile[]): readonly PackProfile[] {
  const profile = PACK_PROFILES.find((known) => known === value);
  if (profile === undefined) {
    throw new InvalidArgumentError(`Give one of ${PACK_PROFILES.join(", ")}.`);
  }
  return before === DEFAULT_PROFILES ? [profile] : [...before, profile];
}
