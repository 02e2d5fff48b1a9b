import { Card } from "settled-console/app";
import { text } from "../text.ts";
import { ItemName } from "./item-name.tsx";
import { liveItemOf } from "./live-item.ts";
import { LiveItemMark, TruthMark } from "./restore-marks.tsx";
import type { RestoreAttempt, RestoreItem } from "./restore-shape.ts";

const ROW =
  "grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[2rem_minmax(0,1fr)_12rem_minmax(0,1fr)]";

/** What became of each item; while the restore runs, how far its requests have come. */
export function RestoreItems({
  items,
  liveAttempts,
}: {
  readonly items: readonly RestoreItem[];
  /** Null = it has ended. */
  readonly liveAttempts: readonly RestoreAttempt[] | null;
}) {
  const planned = items.filter(({ action }) => action !== "skip");
  const skipped = items.filter(({ action }) => action === "skip");
  return (
    <>
      <Card title={text("restores.items")}>
        {planned.length === 0 ? (
          <p className="text-soft">{text("restores.items.none")}</p>
        ) : (
          <ul className="divide-y divide-line">
            {planned.map((item) => (
              <li key={item.no} className={ROW}>
                <span className="hidden text-soft tabular-nums sm:inline">{item.no}</span>
                <ItemName item={item} />
                <ItemMark item={item} liveAttempts={liveAttempts} />
                <span className="text-small text-soft">
                  {text("restores.action", { action: item.action })}
                  {liveAttempts === null ? `: ${item.why}` : ""}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {skipped.length === 0 ? null : (
        <details className="rounded-lg border border-line bg-card px-4 py-3">
          <summary className="cursor-pointer font-semibold">
            {text("restores.items.skipped", { count: skipped.length })}
          </summary>
          <ul className="mt-1 divide-y divide-line">
            {skipped.map((item) => (
              <li key={item.no} className={ROW}>
                <span className="hidden text-soft tabular-nums sm:inline">{item.no}</span>
                <ItemName item={item} />
                <TruthMark truth={item.truth} />
                <span className="text-small text-soft">{item.why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ItemMark({
  item,
  liveAttempts,
}: {
  readonly item: RestoreItem;
  readonly liveAttempts: readonly RestoreAttempt[] | null;
}) {
  if (liveAttempts === null) return <TruthMark truth={item.truth} />;
  return <LiveItemMark live={liveItemOf(item, liveAttempts)} />;
}
