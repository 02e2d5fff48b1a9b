import type { JsonObject } from "../normal-form/json-value.ts";
import { choice, policy } from "../normal-form/catalog-fixture.test-kit.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { type TemporaryFolder, temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { compareSides } from "./compare-sides.ts";
import { comparedSide } from "./compared-side.ts";
import type { Comparison } from "./comparison.ts";
import { type ComparisonJson, comparisonJson } from "./comparison-json.ts";

/** Paths below the root of an export, each with its text, bytes or object. */
export type ExportContent = Readonly<Record<string, unknown>>;

/** Compares two exports that are written for it, or that lie in folders already. */
async function compareExports(
  baseline: ExportContent | string,
  current: ExportContent | string,
): Promise<Comparison> {
  await using before = await exportOf(baseline);
  await using after = await exportOf(current);
  const sides = await Promise.all(
    [before, after].map(async ({ root }) => comparedSide(await readExportFolder({ root }))),
  );
  const [left, right] = sides;
  if (left === undefined || right === undefined) throw new Error("There are two sides.");
  return compareSides(left, right);
}

export async function comparedJson(
  baseline: ExportContent | string,
  current: ExportContent | string,
): Promise<ComparisonJson> {
  return comparisonJson(await compareExports(baseline, current));
}

async function exportOf(
  content: ExportContent | string,
): Promise<Pick<TemporaryFolder, "root"> & AsyncDisposable> {
  if (typeof content === "string") {
    return { root: content, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const folder = await temporaryFolder();
  for (const [file, one] of Object.entries(content)) await folder.write(file, one);
  return folder;
}

/** A catalog policy with one choice for each of the options, which are `<setting>=<option>`. */
export function catalog(name: string, options: readonly string[], more: JsonObject = {}) {
  const instances = options.map((option) => {
    const [id = "", value = ""] = option.split("=");
    return choice(id, value);
  });
  return policy(instances, { id: `id of ${name}`, name, ...more });
}
