import { useSettings } from "../settings/settings-provider.tsx";
import { momentWords } from "./time-words.ts";

/** A moment as day and time of day, in the zone that the person chose; the title has it exactly. */
export function Moment({ at }: { readonly at: string }) {
  const { settings } = useSettings();
  return (
    <time dateTime={at} title={at}>
      {momentWords(new Date(at), settings.zone)}
    </time>
  );
}
