import { useSyncExternalStore } from "react";
import type { LineView } from "../api/line.ts";
import { useApi } from "../api/use-api.ts";

/** How the way to the server is now. */
export function useLine(): LineView {
  const { line } = useApi();
  return useSyncExternalStore(line.subscribe, line.view);
}
