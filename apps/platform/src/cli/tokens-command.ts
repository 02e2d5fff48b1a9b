import { type Command, InvalidArgumentError, Option } from "commander";
import { asWorkspaceId } from "settled";
import { CAPABILITIES, type Capability } from "../access/capabilities.ts";
import { createToken, type TokenPower } from "../access/create-token.ts";
import { revokeToken } from "../access/revoke-token.ts";
import { type Role, ROLES } from "../access/roles.ts";
import type { Platform } from "../platform.ts";
import { tokenJson } from "../server/token-json.ts";
import { DAYS_DEFAULT } from "../server/token-operations.ts";
import { listTokens, type ServiceToken } from "../store/token-store.ts";
import { accessFault } from "./access-fault.ts";
import { asEnvironmentList, EVERY_ENVIRONMENT } from "./environment-list.ts";
import { EXIT } from "./exit-code.ts";
import { CommandFault } from "./terminal.ts";
import {
  accessPartsOf,
  addWorkspaceCommand,
  placeOf,
  runInWorkspace,
  type WorkspaceOptions,
} from "./workspace-command.ts";
import type { CommandAnswer } from "./write-output.ts";

interface CreateOptions extends WorkspaceOptions {
  readonly name: string;
  readonly role?: Role;
  readonly scopes?: readonly Capability[];
  readonly environments?: string;
  readonly days: number;
}

const DAYS_MAX = 366;

/** `platform tokens`: what programs ask by. */
export function addTokensCommand(program: Command): void {
  const group = program.command("tokens").description("service tokens of a workspace");
  const command = (name: string, description: string) =>
    addWorkspaceCommand(group, name, description);
  command("list", "the tokens of a workspace, newest first").action((options: WorkspaceOptions) =>
    runInWorkspace(options, async ({ database }) => {
      const workspaceId = asWorkspaceId(options.workspace);
      return list(await listTokens(database.inWorkspace(workspaceId), workspaceId));
    }),
  );
  command("create", "make a token; prints its secret once")
    .requiredOption("--name <text>", "what it is for")
    .addOption(new Option("--role <role>", "what it may").choices(ROLES).conflicts("scopes"))
    .option("--scopes <capabilities>", "single capabilities, joined by commas", asScopes)
    .option("--environments <ids>", `ids joined by commas, or ${EVERY_ENVIRONMENT}`)
    .option("--days <n>", "how long it is valid", asDays, DAYS_DEFAULT)
    .action((options: CreateOptions) =>
      runInWorkspace(options, (platform) => create(platform, options)),
    );
  command("revoke", "end a token for good")
    .requiredOption("--token <id>", "its id, as list shows it")
    .action((options: WorkspaceOptions & { readonly token: string }) =>
      runInWorkspace(options, async (platform) => {
        if (!UUID.test(options.token)) throw accessFault("not_there");
        const revoked = await revokeToken(accessPartsOf(platform), {
          ...placeOf(options),
          tokenId: options.token,
        });
        if (revoked.kind === "refused") throw accessFault(revoked.because);
        return { ...list([revoked.token]), json: tokenJson(revoked.token) };
      }),
    );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function create(platform: Platform, options: CreateOptions): Promise<CommandAnswer> {
  const { name, days: validDays } = options;
  const created = await createToken(accessPartsOf(platform), {
    ...placeOf(options),
    ...powerOf(options),
    name,
    environmentIds: asEnvironmentList(options.environments) ?? null,
    validDays,
  });
  if (created.kind === "refused") throw accessFault(created.because);
  const { token, secret } = created;
  return {
    ...list([token]),
    json: { ...tokenJson(token), secret },
    notes: ["This is its secret. It is told now and never again:", `  ${secret}`],
  };
}

function powerOf({ role, scopes }: CreateOptions): TokenPower {
  if (role !== undefined) return { role, scopes: null };
  if (scopes !== undefined) return { role: null, scopes };
  throw new CommandFault("Give --role or --scopes: what the token may.", EXIT.usage);
}

function list(tokens: readonly ServiceToken[]): CommandAnswer {
  const rows = tokens.map((token) => tokenJson(token));
  return {
    json: { tokens: rows },
    columns: [
      { title: "TOKEN" },
      { title: "NAME", widthMin: 12 },
      { title: "PREFIX" },
      { title: "MAY" },
      { title: "STATE" },
      { title: "EXPIRES" },
      { title: "LAST USED" },
    ],
    rows: rows.map((row) => [
      row.id,
      row.name,
      row.prefix,
      row.role ?? row.scopes?.join(" ") ?? "",
      row.state,
      row.expires_at.slice(0, 10),
      row.last_used_at?.slice(0, 16) ?? "never",
    ]),
  };
}

function asScopes(text: string): readonly Capability[] {
  return text.split(",").map((given) => {
    const known = CAPABILITIES.find((capability) => capability === given.trim());
    if (known !== undefined) return known;
    throw new InvalidArgumentError(`Known capabilities: ${CAPABILITIES.join(", ")}.`);
  });
}

function asDays(text: string): number {
  const days = Number(text);
  if (Number.isSafeInteger(days) && days >= 1 && days <= DAYS_MAX) return days;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${DAYS_MAX}.`);
}
