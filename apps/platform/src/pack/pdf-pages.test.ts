import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, type TestContext, test } from "vitest";
import { findProgram } from "../../../../test/find-program.ts";
import { skipUnless } from "../../../../test/skip-loudly.ts";
import type { PackInput } from "./pack-input.ts";
import { renderPack } from "./render-pack.ts";
import { fixtureDocument, fixtureInput } from "./review-fixture.test-kit.ts";

const run = promisify(execFile);
const hasPoppler = await findProgram("pdfinfo", "poppler-utils");

/** What an independent reader of PDF says of the brief. */
async function ask(
  context: TestContext,
  input: PackInput,
  program: string,
  options: string[] = [],
) {
  skipUnless(context, hasPoppler, "pdfinfo and pdftotext of poppler-utils are not installed.");
  const folder = await mkdtemp(join(tmpdir(), "pack-pdf-"));
  try {
    const file = join(folder, "brief.pdf");
    const pdf = (await renderPack(input)).find(({ path }) => path.endsWith(".pdf"));
    await writeFile(file, pdf?.bytes ?? "");
    const last = program === "pdftotext" ? ["-"] : [];
    const { stdout, stderr } = await run(program, [...options, file, ...last]);
    return { text: stdout, complaints: stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const LONG = { findings: 60, name: (number: number) => `${"Wide ".repeat(70)}${number}` };
const UNBROKEN = { findings: 60, name: (number: number) => `${"W".repeat(400)}${number}` };

/** Everything that a brief lists, many times. */
function crowded(options: typeof LONG): PackInput {
  const input = fixtureInput("executive", options);
  const { document } = input;
  const many = <Item>(items: readonly Item[]): readonly Item[] =>
    Array.from({ length: 12 }, () => items).flat();
  const long = options.name(1);
  return {
    ...input,
    document: {
      ...document,
      verdict: { ...document.verdict, text: long.repeat(4) },
      findings: document.findings.map((finding) => ({ ...finding, sentence: long, setting: long })),
      accepted: many(
        document.accepted.map((finding) => ({ ...finding, sentence: long, decision_reason: long })),
      ),
      conflicts: many(document.conflicts),
      coverage: many(
        document.coverage.map((line) => ({ ...line, label: long, meaning: long, next_step: long })),
      ),
      doubtful: many(document.doubtful.map((line) => ({ ...line, meaning: long }))),
      areas: many(document.areas),
    },
  };
}

describe("the PDF of a pack", () => {
  test("opens, has a tag tree with headings, tables and lists, a title and a language", async (context) => {
    const input = fixtureInput("executive");
    const { text, complaints } = await ask(context, input, "pdfinfo");
    expect(complaints).toBe("");
    expect(text).toMatch(/^Tagged: +yes$/m);
    expect(text).toMatch(/^JavaScript: +no$/m);
    expect(text).toMatch(/^Title: +Executive summary: Contoso Ltd, May 2026$/m);
    const structure = (await ask(context, input, "pdfinfo", ["-struct-text"])).text;
    for (const tag of [
      "Document",
      "H1",
      "H2",
      "P",
      "Table",
      "TR",
      "TH",
      "TD",
      "L",
      "LI",
      "LBody",
    ]) {
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, "m"));
    }
    expect(structure).toContain('"Executive summary"');
    expect(structure).not.toContain("Page 1 of");
  });

  test.each([
    ["usual", fixtureInput("executive")],
    ["crowded", crowded(LONG)],
    ["crowded with names without a blank", crowded(UNBROKEN)],
    ["empty", { ...fixtureInput("customer"), changes: null, document: emptyDocument() }],
  ] as const)("of a %s review has two to four pages", async (_case, input) => {
    const pages = (await renderPack(input)).find(({ path }) => path.endsWith(".pdf"))?.bytes;
    const count = pages?.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(4);
  });

  test("writes signs that it has no letters for as their code points, and tells them whole to whoever listens", async (context) => {
    const input = fixtureInput("executive", { name: (number) => `漢字かな交じり文です${number}` });
    const drawn = (await ask(context, input, "pdftotext", ["-layout"])).text;
    expect(drawn).toContain("[U+6F22]");
    const heard = (await ask(context, input, "pdfinfo", ["-struct-text"])).text;
    expect(heard).toContain("stand for signs that this file has no letters for");
  });

  test("draws Greek, Cyrillic, Hebrew and Arabic by letters of its own", async (context) => {
    const names = ["Ελληνικά", "Кириллица", "Ångström", "Łódź"];
    const input = fixtureInput("executive", {
      name: (number) => names[number % names.length] ?? "",
    });
    const { text } = await ask(context, input, "pdftotext", ["-layout"]);
    expect(text).not.toContain("[U+");
    for (const name of names) expect(text).toContain(name);
    const turned = fixtureInput("executive", { name: (number) => `שלום مرحبا ${number}` });
    expect((await ask(context, turned, "pdftotext", ["-layout"])).text).not.toContain("[U+");
  });

  test("tells the customer nothing internal", async (context) => {
    const { text } = await ask(context, fixtureInput("customer"), "pdftotext", ["-layout"]);
    expect(text).toContain("Accepted deviations");
    expect(text).not.toMatch(/INTERNAL-NOTE|Maria Keller|vendor_msft|finding1:/);
  });
});

function emptyDocument(): PackInput["document"] {
  return {
    ...fixtureDocument({ policies: 0, findings: 0 }),
    baseline: null,
    coverage: [],
    areas: [],
    conflicts: [],
    accepted: [],
    not_assessed: [],
    unprotecting: [],
    inventory: [],
    doubtful: [],
  };
}
