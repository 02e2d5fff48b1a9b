import { createClient } from "../../client/create-client.ts";
import type { CommandContext } from "../command-context.ts";
import type { ExitCode } from "../exit-code.ts";
import { type GlobalOptions, workspaceOf } from "../global-options.ts";
import { openDesk, openWritingDesk } from "../open-desk.ts";
import { withDesk } from "../with-desk.ts";
import { chooseDoor, type Door } from "./choose-door.ts";
import { createDatabaseActingDesk } from "./database-acting-desk.ts";
import { createDatabaseRunDesk } from "./database-run-desk.ts";
import type { ActingDesk, RunDesk } from "./run-desk.ts";
import { createServerDesk } from "./server-desk.ts";
import { tellServerFault } from "./server-fault.ts";

/** Looks at runs, through the door that the options choose. */
export async function withRunDesk(
  context: CommandContext,
  options: GlobalOptions,
  work: (desk: RunDesk) => Promise<ExitCode>,
): Promise<void> {
  const door = chooseDoor(context.io, options);
  if (door.kind === "server") return atServer(context, { options, door, work });
  await withDesk(context, openDesk(context, options), async (desk) => {
    const workspaceId = workspaceOf(context.io, options);
    return work(createDatabaseRunDesk({ io: context.io, desk, workspaceId }));
  });
}

/** Acts on runs, through the door that the options choose. A database needs a configuration for it. */
export async function withActingDesk(
  context: CommandContext,
  options: GlobalOptions,
  work: (desk: ActingDesk) => Promise<ExitCode>,
): Promise<void> {
  const door = chooseDoor(context.io, options);
  if (door.kind === "server") return atServer(context, { options, door, work });
  await withDesk(context, openWritingDesk(context, options), async (desk) => {
    const workspaceId = workspaceOf(context.io, options);
    return work(createDatabaseActingDesk({ io: context.io, desk, workspaceId }));
  });
}

async function atServer(
  { io, end }: CommandContext,
  asked: {
    readonly options: GlobalOptions;
    readonly door: Extract<Door, { kind: "server" }>;
    readonly work: (desk: ActingDesk) => Promise<ExitCode>;
  },
): Promise<void> {
  const { url, token } = asked.door;
  const workspaceId = workspaceOf(io, asked.options);
  const client = createClient({
    baseUrl: url,
    workspace: workspaceId,
    clock: io.clock,
    ...(token === null ? {} : { token }),
  });
  try {
    end(await asked.work(createServerDesk(client, workspaceId)));
  } catch (error) {
    const code = tellServerFault(io, error, url);
    if (code === null) throw error;
    end(code);
  }
}
