import { momentWords } from "./time-words.ts";
import { useZone } from "./zone-context.ts";

/** A moment as day and time of day, in the zone that the person chose; the title has it exactly. */
export function Moment({ at }: { readonly at: string }) {
  const zone = useZone();
  return (
    <time dateTime={at} title={at}>
      {momentWords(new Date(at), zone)}
    </time>
  );
}
