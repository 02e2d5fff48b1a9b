const PROVIDER_PREFIX = /^(?:(device|user)_)?vendor_msft_(?:policy_config_)?/;
/** Marks of administrative templates that say nothing to a reader. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(["", "l", "policy"]);

/**
 * Readable words for a leaf path, made of what it says and nothing else: its last segment without the vendor's
 * prefixes, or the last two for a property of the policy. The raw path belongs beside it: names need not be unique.
 */
export function settingName(path: string): string {
  const segments = path.split("/").map(plainSegment);
  const last = segments.at(-1) ?? "";
  if (isDefinitionId(last)) return definitionName(last);
  const [own, parent] = segments.toReversed();
  const words = [parent, own].flatMap((segment) =>
    segment === undefined || isDefinitionId(segment) ? [] : [camelWords(segment)],
  );
  return sentenceCase(words.join(": "));
}

/** Without its place in a list, and with what was escaped for the path. */
function plainSegment(segment: string): string {
  const bare = segment.replace(/#\d+$/, "").replace(/\[\d+\]$/, "");
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

function isDefinitionId(segment: string): boolean {
  return segment.includes("_") || segment.startsWith("com.apple.");
}

function definitionName(id: string): string {
  const [, scope = null] = PROVIDER_PREFIX.exec(id) ?? [];
  const bare = id.replace(PROVIDER_PREFIX, "").replace(/^com\.apple\./, "");
  const steps = bare
    .split("~")
    .map(stepWords)
    .filter((words) => words !== "");
  // Of a long chain of folders, its product and its end tell it apart.
  const told = steps.length > 2 ? [steps[0], steps.at(-1)] : steps;
  const name = sentenceCase(told.join(": "));
  return scope === "user" ? `${name} (of the user)` : name;
}

function stepWords(step: string): string {
  return step
    .split("_")
    .filter((word) => !EMPTY_WORDS.has(word))
    .join(" ");
}

function camelWords(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
