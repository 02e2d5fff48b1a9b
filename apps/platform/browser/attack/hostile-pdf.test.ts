import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { findProgram } from "../../../../test/find-program.ts";
import { skipUnless } from "../../../../test/skip-loudly.ts";
import { renderPack } from "../../src/pack/render-pack.ts";
import { fixtureInput } from "../../src/pack/review-fixture.test-kit.ts";
import { objectsOf, PDF_ACTION } from "./hostile-files.test-kit.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.test-kit.ts";
import { bare } from "./shown-texts.test-kit.ts";

/** So many stand in one sentence whole. */
const TEXTS_EACH = 6;

test("every text that means harm stands in the PDF of a pack as it is, and is no action there", async (context) => {
  const hasPoppler = await findProgram("pdftotext", "poppler-utils");
  skipUnless(context, hasPoppler, "pdftotext of poppler-utils is not installed.");
  for (let at = 0; at < HOSTILE_TEXTS.length; at += TEXTS_EACH) {
    const texts = HOSTILE_TEXTS.slice(at, at + TEXTS_EACH);
    const name = (number: number) => texts[number % texts.length] ?? "";
    const input = fixtureInput("executive", { findings: TEXTS_EACH, name });
    const verdict = { ...input.document.verdict, text: texts.join(" | ") };
    const files = await renderPack({ ...input, document: { ...input.document, verdict } });
    const { bytes = Buffer.alloc(0) } = files.find(({ path }) => path.endsWith(".pdf")) ?? {};
    const objects = objectsOf(Buffer.from(bytes));
    expect(objects).toContain("/Catalog");
    expect(objects).not.toMatch(PDF_ACTION);
    const shown = bare(await textIn(Buffer.from(bytes)));
    expect(texts.filter((text) => !shown.includes(bare(text)))).toEqual([]);
  }
});

/** What an independent reader finds; signs for which there is no letter are drawn as their numbers. */
async function textIn(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hostile-pdf-"));
  try {
    const file = join(folder, "pack.pdf");
    await writeFile(file, bytes);
    const { stdout } = await promisify(execFile)("pdftotext", ["-raw", file, "-"]);
    return stdout.replaceAll(/\[U\+([0-9A-F]+)\]/g, (_, number: string) =>
      String.fromCodePoint(Number.parseInt(number, 16)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
