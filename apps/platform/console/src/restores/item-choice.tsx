import { useState } from "react";
import { LoadingState, ProblemNote } from "settled-console/app";
import type { EnvironmentPlace } from "../places/environment-place.ts";
import { text } from "../text.ts";
import type { RestoreChoice, SnapshotItem } from "./restore-shape.ts";
import { useSnapshotItems } from "./use-snapshot-items.ts";

const SHOWN_MAX = 200;

type Chosen = NonNullable<RestoreChoice["items"]>;

/** Which items of a snapshot are restored, found by a part of their name. */
export function ItemChoice({
  place,
  snapshot,
  value,
  onChange,
}: {
  readonly place: EnvironmentPlace;
  readonly snapshot: string;
  readonly value: Chosen;
  onChange(value: Chosen): void;
}) {
  const [part, setPart] = useState("");
  const found = useSnapshotItems(place, snapshot);
  if (found.isPending) return <LoadingState rows={4} />;
  if (found.isError) return <ProblemNote isOfReading error={found.error} />;
  const fitting = found.data.filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()));
  const shown = fitting.slice(0, SHOWN_MAX);
  const toggle = ({ type, key }: SnapshotItem) =>
    onChange(
      isIn(value, { type, key })
        ? value.filter((one) => one.type !== type || one.item_key !== key)
        : [...value, { type, item_key: key }],
    );
  return (
    <div className="mt-2 rounded-md border border-line">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2">
        <input
          type="search"
          value={part}
          onChange={(event) => setPart(event.target.value)}
          aria-label={text("restores.items.search")}
          placeholder={text("restores.items.search")}
          className="min-h-8 min-w-0 grow rounded-md border border-strong-line bg-card px-2.5 py-1"
        />
        <output className="text-small text-soft">
          {text("restores.items.chosen", { count: value.length, all: found.data.length })}
        </output>
      </div>
      <ul
        aria-label={text("restores.items.of_snapshot")}
        className="max-h-72 overflow-auto px-3 py-1"
      >
        {shown.map((item) => (
          <li key={`${item.type} ${item.key}`}>
            <label className="flex items-center gap-2 py-1">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-accent"
                checked={isIn(value, item)}
                onChange={() => toggle(item)}
              />
              <span className="min-w-0 break-words">{item.name}</span>
            </label>
          </li>
        ))}
      </ul>
      {fitting.length > shown.length ? (
        <p className="border-t border-line px-3 py-1.5 text-small text-soft">
          {text("restores.items.more", { count: fitting.length - shown.length })}
        </p>
      ) : null}
      {fitting.length === 0 ? (
        <p className="px-3 py-2 text-soft">{text("restores.items.no_fit", { part })}</p>
      ) : null}
    </div>
  );
}

function isIn(chosen: Chosen, { type, key }: Pick<SnapshotItem, "type" | "key">): boolean {
  return chosen.some((one) => one.type === type && one.item_key === key);
}
