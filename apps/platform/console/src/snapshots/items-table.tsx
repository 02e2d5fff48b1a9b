import { PlainTable } from "settled-console/app";
import { ShortHash } from "../parts/short-hash.tsx";
import { text } from "../text.ts";
import { ItemMark } from "./item-mark.tsx";
import type { SnapshotItem } from "./snapshot-shape.ts";

/** Objects with how well each could be read; a count of settings that does not fit says so. */
export function ItemsTable({ items }: { readonly items: readonly SnapshotItem[] }) {
  return (
    <PlainTable
      caption={text("items.title")}
      rows={items}
      keyOf={({ type, key }) => `${type} ${key}`}
      columns={[
        {
          name: text("items.object"),
          render: ({ name, file }) => (
            <>
              {name}
              <span className="block text-tiny break-all text-soft">{file}</span>
            </>
          ),
        },
        { name: text("items.type"), render: ({ label }) => label },
        {
          name: text("items.state"),
          render: ({ state, meaning }) => (
            <>
              <ItemMark state={state} />
              {meaning === "" ? null : (
                <span className="mt-0.5 block text-small text-soft">{meaning}</span>
              )}
            </>
          ),
        },
        {
          name: text("items.settings"),
          isNumber: true,
          render: ({ settings }) => settingsWords(settings),
        },
        {
          name: text("snapshot.hash"),
          render: ({ content_hash: hash }) => (hash === null ? "" : <ShortHash hash={hash} />),
        },
      ]}
    />
  );
}

function settingsWords({ declared, actual }: SnapshotItem["settings"]): string {
  if (actual === null) return "";
  if (declared === null || declared === actual) return String(actual);
  return text("items.settings.counts", { actual: String(actual), declared: String(declared) });
}
