import type { KeyableItem } from "../normal-form/item-key.ts";
import type { SettingCount } from "../normal-form/setting-count.ts";
import type { ExportItem, UnreadableEntry } from "./export-reading.ts";

/** An item as `itemKeys` wants it, with the counts of its normal form. */
export function keyableItem(item: ExportItem, count: SettingCount): KeyableItem {
  const { type, providerId, displayName, rawHash, file } = item;
  return {
    type,
    providerId,
    displayName,
    rawHash,
    file,
    readable: true,
    providerIdUnusable: item.notes.includes("provider_id_unusable"),
    settingsElsewhere: item.notes.includes("settings_elsewhere"),
    declaredSettings: count.declaredSettings,
    actualSettings: count.actualSettings,
  };
}

/** An unreadable entry keeps its place among the items: what could not be read is not absent. */
export function keyableUnreadable(entry: UnreadableEntry): KeyableItem {
  return {
    type: entry.typeHint ?? "other:unknown",
    providerId: null,
    displayName: entry.nameHint,
    rawHash: entry.rawHash,
    file: entry.file,
    readable: false,
  };
}
