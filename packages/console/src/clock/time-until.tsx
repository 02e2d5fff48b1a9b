import { message } from "../messages/message.ts";
import { agoWords, momentWords, untilWords } from "./time-words.ts";
import { useNow } from "./use-now.ts";
import { useZone } from "./zone-context.ts";

/** When something is going to be, such as an expiry; once it is over, how long ago. */
export function TimeUntil({ at }: { readonly at: string }) {
  const now = useNow();
  const zone = useZone();
  const then = new Date(at);
  return (
    <time dateTime={at} title={`${momentWords(then, zone)}\n${at}`}>
      {untilWords(then, now) ?? agoWords(then, now) ?? message("time.ago.now")}
    </time>
  );
}
