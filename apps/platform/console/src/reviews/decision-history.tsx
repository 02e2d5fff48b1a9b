import { LoadingState, ProblemNote, TimeAgo, useNow } from "settled-console/app";
import type { Page } from "../environments/environment-shape.ts";
import type { EnvironmentPlace } from "../environments/places.ts";
import { useOfEnvironment } from "../environments/use-environment.ts";
import { text } from "../text.ts";
import { DispositionMark } from "./disposition-mark.tsx";
import { expiryWords } from "./expiry-words.ts";
import type { DispositionRecord } from "./review-shape.ts";

/** Every decision about a finding, newest first. None is ever taken away. */
export function DecisionHistory({
  place,
  finding,
}: {
  readonly place: EnvironmentPlace;
  readonly finding: string;
}) {
  const now = useNow();
  const path = `/findings/${encodeURIComponent(finding)}/dispositions`;
  const found = useOfEnvironment<Page<"dispositions", DispositionRecord>>(place, path);
  return (
    <section aria-label={text("history.title")}>
      <h3 className="mb-1 font-semibold">{text("history.title")}</h3>
      {found.isPending ? (
        <LoadingState rows={1} />
      ) : found.isError ? (
        <ProblemNote isOfReading error={found.error} />
      ) : found.data.dispositions.length === 0 ? (
        <p className="text-soft">{text("history.none")}</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {found.data.dispositions.map((one) => (
            <li key={one.disposition_id} className="border-l-2 border-line pl-3">
              <span className="flex flex-wrap items-center gap-x-2">
                <DispositionMark standing={one.disposition} />
                <span className="text-small text-soft">
                  {one.actor}, <TimeAgo at={one.decided_at} />
                  {one.expires_at === null
                    ? ""
                    : `; ${text("history.expires", { when: expiryWords(one.expires_at, now).words })}`}
                </span>
              </span>
              <span className="block break-words">{one.reason}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
