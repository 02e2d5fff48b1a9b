import { isKnownZone } from "../clock/shown-zone.ts";
import { message } from "../messages/message.ts";

/** What choosing the workspace's zone leads to on this page; where it leads nowhere, it says so. */
export function zoneChoiceWords(workspace: string, zone: string | null): string {
  if (workspace === "") return message("settings.zone.workspace.each");
  if (zone === null) return message("settings.zone.workspace.none");
  const key = isKnownZone(zone) ? "settings.zone.workspace" : "settings.zone.workspace.unknown";
  return message(key, { zone });
}
