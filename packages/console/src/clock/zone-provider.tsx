import type { ReactNode } from "react";
import { useSettings } from "../settings/settings-provider.tsx";
import { useWorkspaceZone } from "../settings/use-workspace-zone.ts";
import { shownZone } from "./shown-zone.ts";
import { ZoneContext } from "./zone-context.ts";

/** Shows every time below it in the zone that the person chose. */
export function ZoneProvider({ children }: { readonly children: ReactNode }) {
  const { zone } = useSettings().settings;
  return <ZoneContext value={shownZone(zone, useWorkspaceZone())}>{children}</ZoneContext>;
}
