import { type Command, InvalidArgumentError, Option } from "commander";
import { PACK_PROFILES, type PackProfile } from "../pack/pack-profile.ts";
import { revokePack } from "../store/pack-store.ts";
import { findNamedPack } from "./named-pack.ts";
import { writePack, writePackList } from "./pack-answer.ts";
import { savePackFile } from "./save-pack.ts";
import { asScope, personAtTerminal, startAndFollow } from "./start-and-follow.ts";
import { CommandFault, say } from "./terminal.ts";
import { withPlatform } from "./with-platform.ts";
import { addOutputOption, type OutputFormat } from "./write-output.ts";

const DEFAULT_PROFILES: readonly PackProfile[] = ["executive"];

interface InWorkspace {
  readonly workspace: string;
}

interface InEnvironment extends InWorkspace {
  readonly environment: string;
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
  inEnvironment(packs.command("render").description("render packs of a review"))
    .requiredOption("--review <id>", "the review")
    .addOption(
      new Option("--profile <name>", `${PACK_PROFILES.join(", ")}; may be given several times`)
        .argParser(asProfiles)
        .default(DEFAULT_PROFILES, "executive"),
    )
    .option("--no-wait", "leave as soon as the run is accepted")
    .action(
      async (
        options: InEnvironment & {
          readonly review: string;
          readonly profile: readonly PackProfile[];
          readonly wait: boolean;
        },
      ) => {
        const input = { review_id: options.review, profiles: options.profile };
        const { wait } = options;
        const started = { type: "review.pack.render", input, wait };
        end(await withPlatform((platform) => startAndFollow(platform, asScope(options), started)));
      },
    );
}

function addList(packs: Command): void {
  const command = packs.command("list").description("the packs of an environment, newest first");
  addOutputOption(inEnvironment(command)).action(
    (options: InEnvironment & { readonly output: OutputFormat }) =>
      withPlatform((platform) => writePackList(platform, asScope(options), options.output)),
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
    .action((id: string, options: InWorkspace & { readonly reason: string }) =>
      withPlatform(async (platform) => {
        const reason = options.reason.trim();
        if (reason === "") throw new CommandFault("Say why the pack is taken back.", 2);
        const { scope } = await findNamedPack(platform, options.workspace, id);
        const revocation = { packId: id, by: personAtTerminal().name, reason };
        const revoked = await platform.database.transaction((tx) =>
          revokePack(tx, scope, revocation),
        );
        if (!revoked) throw new CommandFault("The pack does not stand, so nothing was changed.");
        say("The pack was taken back.");
      }),
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
