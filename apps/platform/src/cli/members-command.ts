import { type Command, Option } from "commander";
import { asWorkspaceId } from "settled";
import { addMember } from "../access/add-member.ts";
import { changeMember } from "../access/change-member.ts";
import { removeMember } from "../access/remove-member.ts";
import { type Role, ROLES } from "../access/roles.ts";
import type { Platform } from "../platform.ts";
import { memberJson } from "../server/member-json.ts";
import { listMembers, type Member } from "../store/member-store.ts";
import { accessFault } from "./access-fault.ts";
import { asEnvironmentList, EVERY_ENVIRONMENT } from "./environment-list.ts";
import { EXIT } from "./exit-code.ts";
import { linkAddress } from "./link-address.ts";
import { CommandFault } from "./terminal.ts";
import {
  accessPartsOf,
  addWorkspaceCommand,
  placeOf,
  runInWorkspace,
  type WorkspaceOptions,
} from "./workspace-command.ts";
import type { CommandAnswer } from "./write-output.ts";

interface MemberOptions extends WorkspaceOptions {
  readonly email: string;
}

interface RoleOptions extends MemberOptions {
  readonly role: Role;
  readonly environments?: string;
}

/** `platform members`: who is in a workspace, and as what. */
export function addMembersCommand(program: Command): void {
  const group = program.command("members").description("people in a workspace");
  const command = (name: string, description: string) =>
    addWorkspaceCommand(group, name, description);
  const ofPerson = (name: string, description: string) =>
    command(name, description).requiredOption("--email <address>", "the person's e-mail address");
  const withRole = (name: string, description: string) =>
    ofPerson(name, description)
      .addOption(new Option("--role <role>", "the role").choices(ROLES).makeOptionMandatory())
      .option("--environments <ids>", `ids joined by commas, or ${EVERY_ENVIRONMENT}`);
  command("list", "the members of a workspace").action((options: WorkspaceOptions) =>
    runInWorkspace(options, async (platform) => list(await membersOf(platform, options))),
  );
  withRole("add", "invite a person; prints a link to hand over").action((options: RoleOptions) =>
    runInWorkspace(options, (platform) => add(platform, options)),
  );
  withRole("set-role", "give a member another role or other environments").action(
    (options: RoleOptions) => runInWorkspace(options, (platform) => setRole(platform, options)),
  );
  ofPerson("remove", "take a person out of a workspace").action((options: MemberOptions) =>
    runInWorkspace(options, (platform) => remove(platform, options)),
  );
}

async function add(platform: Platform, options: RoleOptions): Promise<CommandAnswer> {
  const { email, role } = options;
  const environmentIds = asEnvironmentList(options.environments) ?? null;
  const added = await addMember(accessPartsOf(platform), {
    ...placeOf(options),
    email,
    role,
    environmentIds,
  });
  if (added.kind === "refused") throw accessFault(added.because);
  const { member, invitation } = added;
  const url = linkAddress(invitation.secret);
  const expires_at = invitation.expiresAt.toISOString();
  return {
    ...list([member]),
    json: { ...memberJson(member), invitation: { url, expires_at } },
    notes: [`Hand over this link, which counts once, until ${expires_at}:`, `  ${url}`],
  };
}

async function setRole(platform: Platform, options: RoleOptions): Promise<CommandAnswer> {
  const { personId } = await findByEmail(platform, options);
  const environmentIds = asEnvironmentList(options.environments);
  const changed = await changeMember(accessPartsOf(platform), {
    ...placeOf(options),
    personId,
    role: options.role,
    ...(environmentIds === undefined ? {} : { environmentIds }),
  });
  if (changed.kind === "refused") throw accessFault(changed.because);
  return { ...list([changed.member]), json: memberJson(changed.member) };
}

async function remove(platform: Platform, options: MemberOptions): Promise<CommandAnswer> {
  const { personId } = await findByEmail(platform, options);
  const removed = await removeMember(accessPartsOf(platform), { ...placeOf(options), personId });
  if (removed.kind === "refused") throw accessFault(removed.because);
  const notes = [`${removed.member.name} is not in ${options.workspace} any more.`];
  return { json: memberJson(removed.member), columns: [], rows: [], notes };
}

function list(members: readonly Member[]): CommandAnswer {
  return {
    json: { members: members.map((member) => memberJson(member)) },
    columns: [
      { title: "NAME", widthMin: 12 },
      { title: "E-MAIL", widthMin: 12 },
      { title: "ROLE" },
      { title: "ENVIRONMENTS" },
      { title: "STATE" },
    ],
    rows: members.map((member) => {
      const { name, email, role, environmentIds } = member;
      const environments = environmentIds?.join(", ") ?? EVERY_ENVIRONMENT;
      return [name, email, role, environments, memberJson(member).state];
    }),
  };
}

function membersOf(
  { database }: Platform,
  { workspace }: WorkspaceOptions,
): Promise<readonly Member[]> {
  const workspaceId = asWorkspaceId(workspace);
  return listMembers(database.inWorkspace(workspaceId), workspaceId);
}

async function findByEmail(platform: Platform, options: MemberOptions): Promise<Member> {
  const email = options.email.toLowerCase();
  const members = await membersOf(platform, options);
  const found = members.find((member) => member.email.toLowerCase() === email);
  if (found !== undefined) return found;
  throw new CommandFault(`Nobody with that address is in ${options.workspace}.`, EXIT.notFound);
}
