import { contentLeaves, type PolicyLeaf } from "../normal-form/content-leaves.ts";
import { hashOf } from "../normal-form/hash-of.ts";
import type { JsonObject } from "../normal-form/json-value.ts";
import type { LeafValue, SettingLeaf } from "../normal-form/setting-leaf.ts";
import { leafSubject } from "./leaf-subject.ts";

const HIDDEN = "(secret)";
const ODATA_TYPE = "@odata.type";

// Properties that hold a secret as plain text. Matched whole: `passwordRequired` is none.
const SECRET_PROPERTIES: ReadonlySet<string> = new Set([
  "clientsecret",
  "passcode",
  "password",
  "presharedkey",
  "privatekey",
  "secretreferencevalueid",
  "sharedsecret",
  "token",
]);

/**
 * The leaves by which two policies are compared: no reach, which is compared as targets, and instead of a secret its
 * hash, so that nothing computed from them can show one. A policy that is no settings tree has its kind as a leaf.
 */
export function comparableLeaves(type: string, content: JsonObject): readonly PolicyLeaf[] {
  const kind = content[ODATA_TYPE];
  const own: readonly PolicyLeaf[] =
    typeof kind === "string"
      ? [{ kind: "property", path: ODATA_TYPE, value: kind, secret: false }]
      : [];
  const leaves = contentLeaves(type, content).filter(
    ({ path }) => leafSubject(type, path) !== "reach",
  );
  return [...own, ...leaves].map((leaf) =>
    isSecret(leaf) ? { ...leaf, value: hashOf("secret", leaf.value), secret: true } : leaf,
  );
}

/** What may be shown of a leaf. */
export function shownValue(leaf: SettingLeaf | undefined): LeafValue {
  if (leaf === undefined) return null;
  return leaf.secret ? HIDDEN : leaf.value;
}

function isSecret(leaf: PolicyLeaf): boolean {
  if (leaf.secret) return true;
  if (typeof leaf.value !== "string") return false;
  // The text of an instance of an unknown kind; what is secret inside it cannot be told from the rest.
  if (leaf.value.includes("SecretSettingValue") || leaf.value.includes('"valueState"')) return true;
  return leaf.kind === "property" && SECRET_PROPERTIES.has(lastStep(leaf.path).toLowerCase());
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/(\[\d+\]|#\d+)+$/, "");
}
