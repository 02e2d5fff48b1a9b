import { momentWords } from "./time-words.ts";
import { useZone } from "./zone-context.ts";

/** Moments as day and time in the person's zone, for places that hold text alone, such as the choices of a list. */
export function useMomentWords(): (at: string) => string {
  const zone = useZone();
  return (at) => momentWords(new Date(at), zone);
}
