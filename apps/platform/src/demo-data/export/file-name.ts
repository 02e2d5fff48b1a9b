import { exportTypeOf } from "../policy.ts";
import type { Policy } from "../policy.ts";

/** The object's name without what Windows forbids in file names, as the exporter does. */
export function fileName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are forbidden in file names too
  const allowed = name.replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, "");
  return allowed.trim().replace(/\.+$/, "") || "unnamed";
}

/**
 * Where the file of each policy lies below its month's folder, by policy id. Of two names that a file system holds for
 * equal, the later one gets its id added; otherwise one policy would overwrite the other.
 */
export function policyFiles(policies: readonly Policy[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const used = new Set<string>();
  for (const policy of policies) {
    const plain = `${exportTypeOf(policy)}/${fileName(policy.name)}`;
    const path = used.has(plain.toLowerCase()) ? `${plain}_${policy.id}` : plain;
    used.add(path.toLowerCase());
    paths.set(policy.id, `${path}.json`);
  }
  return paths;
}

/** Where the second file of a duplicated id lies. */
export function copyPath(path: string): string {
  return path.replace(/\.json$/, " - Copy.json");
}
