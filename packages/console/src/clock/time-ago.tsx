import { message } from "../messages/message.ts";
import { useSettings } from "../settings/settings-provider.tsx";
import { agoWords, momentWords } from "./time-words.ts";
import { useNow } from "./use-now.ts";

/** How long ago something was; the exact time stands in the title, in the zone that the person chose and in ISO. */
export function TimeAgo({ at }: { readonly at: string }) {
  const now = useNow();
  const { settings } = useSettings();
  const then = new Date(at);
  return (
    <time dateTime={at} title={`${momentWords(then, settings.zone)}\n${at}`}>
      {agoWords(then, now) ?? message("time.ago.now")}
    </time>
  );
}
