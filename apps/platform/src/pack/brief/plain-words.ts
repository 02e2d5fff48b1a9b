import { settingName } from "../../review/setting-name.ts";

const RAW_SETTING = /\b(?:(?:device|user)_)?vendor_msft_[\w~.{}-]+/gi;

/** A text in which no identifier of a setting is left. */
export function plainText(text: string): string {
  return text.replaceAll(RAW_SETTING, (raw) => settingName(raw));
}
