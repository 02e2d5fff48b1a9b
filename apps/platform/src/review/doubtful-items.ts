import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import type { SnapshotItem } from "../snapshot/snapshot.ts";
import type { DoubtfulItem } from "./review-document.ts";

const DOUBT = {
  unreadable: "It could not be read. It is not known to be gone.",
  incomplete: "Fewer or more settings were found than it declares: the export is not whole.",
  ambiguous: "Nothing tells it apart from another object of its type.",
} as const;

/** The objects that could not be read whole or told apart, each with what that means. */
export function doubtfulItems(items: readonly SnapshotItem[]): readonly DoubtfulItem[] {
  return items.flatMap((item) =>
    item.state === "ok"
      ? []
      : [
          {
            type: item.type,
            label: typeLabel(item.type as ItemType),
            // What could not be read has no name of its own: its key is what is known of it.
            item: item.metaHash === null ? item.itemKey : item.displayName,
            state: item.state,
            meaning: DOUBT[item.state],
          },
        ],
  );
}
