import { holdWorkspace, writeTimeZone, type ZonedWorkspace } from "../store/workspace-zone.ts";
import {
  type AccessParts,
  type ChangeBy,
  type Refused,
  refused,
  writeDown,
} from "./access-parts.ts";

/** Null = the workspace tells its times in no zone of its own. */
export interface SetTimeZoneInput extends ChangeBy {
  readonly timeZone: string | null;
}

/** Says in which zone a workspace tells its times. What stands so already is not written down again. */
export async function setTimeZone(
  parts: AccessParts,
  input: SetTimeZoneInput,
): Promise<{ readonly kind: "set"; readonly workspace: ZonedWorkspace } | Refused> {
  const { workspaceId, timeZone } = input;
  return parts.database.inWorkspace(workspaceId).transaction(async (tx) => {
    const before = await holdWorkspace(tx, workspaceId);
    if (before === null) return refused("not_there");
    if (before.timeZone !== timeZone) {
      await writeTimeZone(tx, workspaceId, timeZone);
      await writeDown(parts, tx, {
        ...input,
        action: "workspace.change",
        target: { type: "workspace", id: workspaceId, name: before.name },
        detail: { time_zone: timeZone, before: { time_zone: before.timeZone } },
      });
    }
    return { kind: "set", workspace: { ...before, timeZone } } as const;
  });
}
