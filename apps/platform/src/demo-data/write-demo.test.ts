import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateDemo } from "./generate-demo.ts";
import { writeDemo, writeMonth } from "./write-demo.ts";

const small = { policies: 40, months: 4 };
let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "demo-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** One hash over every path and every byte below the folder. */
async function hashTree(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    hash.update(`${file.slice(folder.length)}\0`).update(await readFile(file));
  }
  return `${files.length} ${hash.digest("hex")}`;
}

test("the same seed writes the same bytes, here and in another process", async () => {
  const [one, two, elsewhere] = ["one", "two", "elsewhere"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const { files } = await writeDemo({ out: one, seed: "north", ...small });
  await writeDemo({ out: two, seed: "north", ...small });
  const room = new URL("./write-demo.ts", import.meta.url).href;
  const options = JSON.stringify({ out: elsewhere, seed: "north", ...small });
  const script = `import { writeDemo } from "${room}"; await writeDemo(${options});`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, TZ: "Pacific/Auckland", LC_ALL: "C", NODE_OPTIONS: "" },
  });
  const hash = await hashTree(one);
  expect(hash).toMatch(new RegExp(`^${files + 1} `));
  expect(await hashTree(two)).toBe(hash);
  expect(await hashTree(elsewhere)).toBe(hash);
});

test("another seed writes other bytes under the same customers and months", async () => {
  const [one, two] = [join(root, "seed-a"), join(root, "seed-b")];
  const first = await writeDemo({ out: one, seed: "a", ...small });
  const second = await writeDemo({ out: two, seed: "b", ...small });
  expect(await hashTree(one)).not.toBe(await hashTree(two));
  const places = ({ truth }: typeof first) =>
    truth.customers.map(({ slug, states }) => [slug, states.map((state) => state.month)]);
  expect(places(first)).toEqual(places(second));
});

function firstMonths(months: number): readonly unknown[] {
  return generateDemo({ seed: 3, policies: 40, months }).map((one) => {
    const [first] = one.months();
    return first?.tenant;
  });
}

test("a longer demo begins with the same tenants as a shorter one", () => {
  expect(firstMonths(2)).toEqual(firstMonths(12));
});

test("writing again replaces the customers, keeps foreign files and leaves no staging", async () => {
  const out = join(root, "again");
  await writeDemo({ out, seed: "old", policies: 40, months: 5 });
  await writeFile(join(out, "NOTES.md"), "ours");
  await writeDemo({ out, seed: "new", ...small });
  const entries = await readdir(out);
  expect(entries.sort()).toEqual([
    "NOTES.md",
    "TRUTH.json",
    "brackwater-logistics",
    "linden-hale-architects",
    "pinewood-schools",
  ]);
  expect(await readdir(join(out, "pinewood-schools"))).toHaveLength(4);
});

test("a refused demo leaves what was there", async () => {
  const out = join(root, "refused");
  await writeDemo({ out, seed: "kept", ...small });
  const before = await hashTree(out);
  await expect(writeDemo({ out, seed: "kept", months: 0 })).rejects.toThrow(RangeError);
  await expect(writeDemo({ out, seed: "kept", policies: 3 })).rejects.toThrow(RangeError);
  expect(await hashTree(out)).toBe(before);
});

test("a tenant of 2,000 policies is generated and written in under 5 seconds", async () => {
  const startedMs = performance.now();
  const [largest] = generateDemo({ seed: "large", policies: 2_000 });
  const month = largest?.months().next().value;
  if (!month) throw new Error("a customer without months");
  const { files } = await writeMonth(month, join(root, "large"));
  expect(files).toBeGreaterThan(2_000);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
});
