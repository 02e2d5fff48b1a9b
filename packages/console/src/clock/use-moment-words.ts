import { useSettings } from "../settings/settings-provider.tsx";
import { momentWords } from "./time-words.ts";

/** Moments as day and time in the person's zone, for places that hold text alone, such as the choices of a list. */
export function useMomentWords(): (at: string) => string {
  const { settings } = useSettings();
  return (at) => momentWords(new Date(at), settings.zone);
}
