import { access, constants, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { folderIdentities } from "../provider/target/folder-identity.ts";
import { findPinnedIdentity, pinIdentity } from "../store/environment-identity.ts";
import { ensureEnvironment, findEnvironment } from "../store/environment.ts";
import { assertSameTenant } from "./assert-same-tenant.ts";
import { CAPTURE } from "./capture-order.ts";
import { EXIT } from "./exit-code.ts";
import { recordFromTerminal } from "./record-from-terminal.ts";
import { startAndAnswer } from "./start-and-answer.ts";
import { asScope } from "./find-scope.ts";
import { CommandFault, say, sayAside } from "./terminal.ts";
import { withPlatform } from "./with-platform.ts";
import { addOutputOption, type OutputFormat } from "./write-output.ts";

const NAME_CHARS_MAX = 120;

interface ImportOptions {
  readonly workspace: string;
  readonly environment: string;
  readonly folder: string;
  readonly name?: string;
  readonly wait: boolean;
  readonly output: OutputFormat;
}

/** `platform import`: points an environment to an export folder and captures a snapshot of it. */
export function addImportCommand(program: Command, end: (code: number) => void): void {
  addOutputOption(program.command("import"))
    .description("read a real export into an environment and seal a snapshot of it")
    .requiredOption("--workspace <id>", "the workspace; made if it is new")
    .requiredOption("--environment <id>", "the environment; made if it is new")
    .requiredOption("--folder <path>", "the folder of the export")
    .option("--name <text>", "what the environment is called; its id unless said", asName)
    .option("--no-wait", "leave as soon as the run is accepted")
    .action(async (options: ImportOptions) => {
      const scope = asScope(options);
      const root = asFolder(options.folder);
      await assertReadableFolder(root);
      const code = await withPlatform(async (platform) => {
        const known = await findEnvironment(platform.database, scope);
        const { wait, output } = options;
        const tell = output === "json" ? sayAside : say;
        const shown = await folderIdentities(root);
        const expected = await findPinnedIdentity(platform.database, scope);
        const warning = assertSameTenant(shown, expected, options.environment);
        if (warning !== null) sayAside(warning);
        const environmentName = options.name ?? known?.name ?? options.environment;
        await platform.database.transaction(async (tx) => {
          await ensureEnvironment(tx, {
            ...scope,
            workspaceName: options.workspace,
            environmentName,
            provider: { kind: "folder", root },
          });
          await recordFromTerminal(platform, tx, {
            scope,
            action: known === null ? "environment.create" : "environment.connect",
            target: { type: "environment", id: scope.environmentId, name: environmentName },
            detail: { provider: "folder" },
          });
        });
        tell(`Environment ${options.environment} reads ${root}.`);
        // What the folder shows of itself is what it must prove before anything is written to it.
        const [identity] = shown;
        if (identity !== undefined && (await pinIdentity(platform.database, scope, identity))) {
          tell(`It is pinned to ${identity}.`);
        }
        return startAndAnswer(platform, scope, { ...CAPTURE, wait, output });
      });
      end(code);
    });
}

/** An empty path, as of a variable that was not set, would mean the current folder. */
function asFolder(given: string): string {
  if (given.trim() !== "") return resolve(given);
  throw new CommandFault("No folder was named. Give --folder the path of the export.", EXIT.usage);
}

function asName(given: string): string {
  const name = given.trim();
  if (name !== "" && name.length <= NAME_CHARS_MAX) return name;
  throw new InvalidArgumentError(`A name has 1 to ${NAME_CHARS_MAX} characters.`);
}

/** Said before anything is stored: a path that is wrong today is no environment. */
async function assertReadableFolder(root: string): Promise<void> {
  const found = await stat(root).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    throw new CommandFault(
      found.code === "EACCES"
        ? `The folder ${root} may not be read. Grant this account the right to read it.`
        : `There is no folder ${root}. Check the path, and that the share or disk is connected.`,
    );
  }
  if (!found.isDirectory()) {
    throw new CommandFault(`${root} is a file. Give the folder that holds the export.`);
  }
  await access(root, constants.R_OK | constants.X_OK).catch(() => {
    throw new CommandFault(
      `The folder ${root} may not be read. Grant this account the right to read it.`,
    );
  });
}
