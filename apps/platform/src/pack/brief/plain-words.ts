const RAW_SETTING = /\b(?:device|user|vendor)_vendor_msft_[\w~.{}-]+/gi;
const PREFIX = /^(?:(?:device|user|vendor)_vendor_msft_)(?:policy_(?:config|elevation)_)?/i;

/** A setting's name for people, made of its definition where the document has none. */
export function plainSettingName(path: string): string {
  const step = path.split("/").at(-1) ?? path;
  const words = step
    .replace(/\[\d+\]$/, "")
    .replace(PREFIX, "")
    .replaceAll(/[_~]+/g, " ")
    .trim();
  return words === "" ? path : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A text in which no identifier of a setting is left. */
export function plainText(text: string): string {
  return text.replaceAll(RAW_SETTING, (raw) => plainSettingName(raw));
}

/** A choice is stored as its definition with the option at the end; only the option says something to people. */
export function plainValue(path: string, value: string): string {
  const step = (path.split("/").at(-1) ?? "").replace(/\[\d+\]$/, "");
  const option = value.startsWith(`${step}_`) ? value.slice(step.length + 1) : value;
  return option === "" ? "nothing" : plainText(option);
}
