import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { sha256Of } from "./pack-file.ts";
import { PACK_PROFILES, type PackProfile } from "./pack-profile.ts";
import { zipEntryNames } from "./read-zip.test-kit.ts";
import { renderPack } from "./render-pack.ts";
import { fixtureInput } from "./review-fixture.test-kit.ts";

const run = promisify(execFile);
const LARGE = { policies: 2_000, findings: 6_000 };

/** Renders in a process of its own and prints what came out, how long it took and how much memory it needed. */
async function renderElsewhere(env: NodeJS.ProcessEnv, options: object = {}) {
  const from = (file: string): string => JSON.stringify(join(import.meta.dirname, file));
  const script = `
    import { renderPack } from ${from("render-pack.ts")};
    import { sha256Of } from ${from("pack-file.ts")};
    import { fixtureInput } from ${from("review-fixture.test-kit.ts")};
    const startedMs = performance.now();
    const hashes = {};
    for (const profile of ${JSON.stringify(PACK_PROFILES)})
      for (const { path, bytes } of await renderPack(fixtureInput(profile, ${JSON.stringify(options)})))
        hashes[profile + "/" + path] = sha256Of(bytes);
    const ms = performance.now() - startedMs;
    console.log(JSON.stringify({ hashes, ms, kilobytes: process.resourceUsage().maxRSS }));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout) as { hashes: object; ms: number; kilobytes: number };
}

async function filesOf(profile: PackProfile): Promise<ReadonlyMap<string, Buffer>> {
  const files = await renderPack(fixtureInput(profile));
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

describe("a pack", () => {
  test("is the same to the byte when it is rendered again, in another zone and language", async () => {
    const here = await renderElsewhere({ TZ: "UTC", LANG: "C" });
    const there = await renderElsewhere({
      TZ: "Pacific/Auckland",
      LANG: "de_DE.UTF-8",
      LC_ALL: "tr_TR",
    });
    expect(Object.keys(here.hashes).length).toBe(18);
    expect(there.hashes).toEqual(here.hashes);
  });

  test.each(PACK_PROFILES)(
    "of the profile %s is the same to the byte twice in one process",
    async (profile) => {
      expect(await filesOf(profile)).toEqual(await filesOf(profile));
    },
  );

  test.each(PACK_PROFILES)(
    "of the profile %s names the hash of every file in it",
    async (profile) => {
      const files = await filesOf(profile);
      const sums = files.get("SHA256SUMS")?.toString("utf8") ?? "";
      const zips = [...files.keys()].filter((path) => path.endsWith(".zip"));
      expect(zips).toEqual([`review-4-2026-05-${profile}.zip`]);
      for (const [path, bytes] of files) {
        if (path === "SHA256SUMS" || path.endsWith(".zip")) continue;
        expect(sums).toContain(`${sha256Of(bytes)}  ${path}\n`);
      }
      const packed = [...files.keys()].filter((path) => !path.endsWith(".zip")).toSorted();
      expect(zipEntryNames(files.get(zips[0] ?? "") ?? Buffer.alloc(0))).toEqual(packed);
    },
  );

  test("of 2,000 policies with 6,000 findings takes under 10 s and 400 MB for all three profiles", async () => {
    const { ms, kilobytes } = await renderElsewhere({}, LARGE);
    process.stderr.write(
      `packs of 2,000 policies: ${Math.round(ms)} ms, ${Math.round(kilobytes / 1_000)} MB\n`,
    );
    expect(ms).toBeLessThan(10_000);
    expect(kilobytes).toBeLessThan(400_000);
  });

  test("changes with every part of what it is made of", async () => {
    const input = fixtureInput("technical-auditor");
    const bytes = async (changed: Partial<typeof input>) => {
      const files = await renderPack({ ...input, ...changed });
      return sha256Of(files.at(-1)?.bytes ?? Buffer.alloc(0));
    };
    const all = [
      await bytes({}),
      await bytes({ changes: null }),
      await bytes({ branding: { ...input.branding, environment_name: "Other" } }),
      await bytes({ document: { ...input.document, accepted: [] } }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
