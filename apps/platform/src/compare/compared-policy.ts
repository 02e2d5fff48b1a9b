import { isCatalogType } from "../normal-form/catalog-type.ts";
import type { PolicyLeaf } from "../normal-form/content-leaves.ts";
import { isJsonArray } from "../normal-form/json-value.ts";
import { settingCount, type SettingCount } from "../normal-form/setting-count.ts";
import type { ExportItem } from "../provider/export-reading.ts";
import { comparedLeaves } from "./compared-leaves.ts";
import { keyText, type PolicyKey, policyKey } from "./policy-key.ts";

/** One readable object of an export as a comparison sees it; its JSON is not kept. */
export interface ComparedPolicy extends SettingCount {
  readonly key: PolicyKey;
  readonly keyText: string;
  readonly displayName: string;
  readonly file: string;
  readonly providerId: string | null;
  /** Entries of its `settings` list; 0 where the type has none. */
  readonly settingEntries: number;
  readonly leaves: readonly PolicyLeaf[];
}

/**
 * Every readable object counts, also groups, locations and others that policies only refer to: one that is gone
 * changes whom a policy reaches, and what is left out here would be left out in silence.
 */
export function comparedPolicy(item: ExportItem): ComparedPolicy {
  const { type, json, displayName, file, providerId } = item;
  const key = policyKey(type, displayName);
  const { settings } = json;
  return {
    key,
    keyText: keyText(key),
    displayName,
    file,
    providerId,
    settingEntries: isCatalogType(type) && isJsonArray(settings) ? settings.length : 0,
    ...settingCount({ type, json }),
    leaves: comparedLeaves({ type, json }),
  };
}
