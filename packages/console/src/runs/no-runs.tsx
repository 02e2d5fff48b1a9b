import { Coffee, Inbox, SearchX } from "lucide-react";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { StateFrame } from "../parts/state-frame.tsx";
import type { ViewName } from "./runs-view.ts";

const CALM = {
  needs_person: "calm",
  active: "quiet",
  reconciled: "unsettled",
  all: "empty",
} as const;

/** Why there is no row: nothing fits the search, or there is nothing of this kind at all. */
export function NoRuns({
  view,
  isNarrowed,
  onClear,
}: {
  readonly view: ViewName;
  readonly isNarrowed: boolean;
  onClear(): void;
}) {
  if (isNarrowed) {
    return (
      <StateFrame
        Icon={SearchX}
        title={message("runs.none.title")}
        detail={message("runs.none.detail")}
      >
        <Button onClick={onClear}>{message("runs.none.clear")}</Button>
      </StateFrame>
    );
  }
  const kind = CALM[view];
  return (
    <StateFrame
      Icon={kind === "empty" ? Inbox : Coffee}
      title={message(`runs.${kind}.title`)}
      detail={message(`runs.${kind}.detail`)}
    />
  );
}
