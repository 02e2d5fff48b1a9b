import { declaresSettingCount } from "./catalog-type.ts";
import { isJsonArray } from "./json-value.ts";
import type { PolicySource } from "./meta-of.ts";

/** The integrity check a catalog policy carries; null where the type or the file declares none. */
export interface SettingCount {
  readonly declaredSettings: number | null;
  readonly actualSettings: number | null;
}

/** A policy read without its settings counts as zero of the declared, not as uncounted. */
export function settingCount({ type, json }: PolicySource): SettingCount {
  if (!declaresSettingCount(type)) return { declaredSettings: null, actualSettings: null };
  const declared = json["settingCount"];
  const settings = json["settings"];
  return {
    declaredSettings: Number.isSafeInteger(declared) ? Number(declared) : null,
    actualSettings: isJsonArray(settings) ? settings.length : 0,
  };
}
