import { createContext, use } from "react";

/** The IANA name of the zone that times are shown in; null = the browser's own. */
export const ZoneContext = createContext<string | null>(null);

export function useZone(): string | null {
  return use(ZoneContext);
}
