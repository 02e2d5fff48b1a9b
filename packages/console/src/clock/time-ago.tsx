import { message } from "../messages/message.ts";
import { agoWords, momentWords } from "./time-words.ts";
import { useNow } from "./use-now.ts";
import { useZone } from "./zone-context.ts";

/** How long ago something was; the exact time stands in the title, in the zone that the person chose and in ISO. */
export function TimeAgo({ at }: { readonly at: string }) {
  const now = useNow();
  const zone = useZone();
  const then = new Date(at);
  return (
    <time dateTime={at} title={`${momentWords(then, zone)}\n${at}`}>
      {agoWords(then, now) ?? message("time.ago.now")}
    </time>
  );
}
