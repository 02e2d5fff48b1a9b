import type { ItemDoubt, ItemKey, ItemState, KeyableItem } from "./item-key.ts";
import { normalisedName } from "./normalised-name.ts";

// Without a usable id a unique name still names one policy: the doubt is kept, the state stays ok.
const STATE_OF: Readonly<Record<ItemDoubt, ItemState>> = {
  could_not_be_read: "unreadable",
  provider_id_used_twice: "ok",
  provider_id_unusable: "ok",
  name_used_twice: "ambiguous",
  setting_count_differs: "incomplete",
  settings_in_another_file: "incomplete",
};

// An id of this form could pass for a key of another kind.
const RESERVED = /^(name|raw|file):/;

/**
 * One key for each item, in the given order, unique within its type: the provider id if it is unique,
 * else the normalised name if it is, else the hash of the bytes, which is always ambiguous. Never fuzzy.
 */
export function itemKeys(items: readonly KeyableItem[]): readonly ItemKey[] {
  const ids = tally(items.map((item) => scoped(item.type, item.providerId)));
  const names = tally(items.map((item) => scoped(item.type, normalisedName(item.displayName))));
  const copies = new Map<string, number>();
  return items.map((item) => {
    const doubts = doubtsOf(item);
    const idTimes = ids.get(scoped(item.type, item.providerId)) ?? 0;
    if (item.providerId !== null && idTimes > 1) doubts.push("provider_id_used_twice");
    if (item.providerId !== null && idTimes === 1 && !RESERVED.test(item.providerId)) {
      return judged(item.providerId, "provider_id", doubts);
    }
    const name = normalisedName(item.displayName);
    if (names.get(scoped(item.type, name)) === 1) return judged(`name:${name}`, "name", doubts);
    doubts.push("name_used_twice");
    if (item.rawHash === null) return judged(`file:${item.file}`, "file", doubts);
    // Copies of one file have one hash; which of them is the second does not matter.
    const copyKey = scoped(item.type, item.rawHash);
    const copy = (copies.get(copyKey) ?? 0) + 1;
    copies.set(copyKey, copy);
    return judged(`raw:${item.rawHash}${copy === 1 ? "" : `#${copy}`}`, "raw", doubts);
  });
}

function doubtsOf(item: KeyableItem): ItemDoubt[] {
  const doubts: ItemDoubt[] = [];
  const declared = item.declaredSettings ?? null;
  const actual = item.actualSettings ?? null;
  if (!item.readable) doubts.push("could_not_be_read");
  if (item.providerIdUnusable === true) doubts.push("provider_id_unusable");
  if (declared !== null && actual !== null && declared !== actual) {
    doubts.push("setting_count_differs");
  }
  if (item.settingsElsewhere === true) doubts.push("settings_in_another_file");
  return doubts;
}

const GRAVEST_FIRST: readonly ItemState[] = ["unreadable", "ambiguous", "incomplete", "ok"];

function judged(key: string, keyedBy: ItemKey["keyedBy"], found: readonly ItemDoubt[]): ItemKey {
  const doubts = GRAVEST_FIRST.flatMap((state) => found.filter((d) => STATE_OF[d] === state));
  const [gravest] = doubts;
  return { key, keyedBy, state: gravest === undefined ? "ok" : STATE_OF[gravest], doubts };
}

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

function scoped(type: string, value: string | null): string {
  return JSON.stringify([type, value]);
}
