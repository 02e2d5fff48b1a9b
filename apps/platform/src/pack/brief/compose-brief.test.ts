import { describe, expect, test } from "vitest";
import type { PackInput } from "../pack-input.ts";
import { fixtureInput } from "../review-fixture.test-kit.ts";
import type { Block } from "./block.ts";
import { composeBrief } from "./compose-brief.ts";

const textOf = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const notAssessed = (document: Partial<PackInput["document"]>) => {
  const input = fixtureInput("executive");
  const brief = composeBrief({ ...input, document: { ...input.document, ...document } });
  return brief.tiles.find(({ label }) => label === "Not assessed")?.note;
};

describe("a brief", () => {
  test("tells what happened: moved, renamed and unreadable things are never called removed", () => {
    const told = textOf(composeBrief(fixtureInput("executive")).body);
    expect(told).toContain("went from on to report-only");
    expect(told).toContain("could not be read this time. It is not known to be gone.");
    expect(told.match(/was removed/g)).toHaveLength(1);
    expect(told).toContain(
      "9 changes since review no. 3 (April 2026): 1 policy switched, 1 policy removed, 1 setting changed",
    );
  });

  test("puts the worst five risks first, each with effect, who acts and by when", () => {
    const { body } = composeBrief(fixtureInput("executive"));
    const risks = body.find((block) => block.kind === "table");
    expect(risks?.rows).toHaveLength(5);
    expect(risks?.rows.map(([severity]) => severity)).toEqual([
      "High",
      "High",
      "High",
      "High",
      "Medium",
    ]);
    for (const row of risks?.rows ?? []) expect(row.every((cell) => cell !== "")).toBe(true);
    expect(risks?.rows[0]?.at(-1)).toBe("31 May 2026");
    expect(risks?.rows[4]?.at(-1)).toBe("23 June 2026");
  });

  test("does not say that all was read while a type is not covered", () => {
    const { tiles, coverage } = fixtureInput("executive").document;
    const none = { ...tiles, not_assessed: 0 };
    expect(notAssessed({})).toBe("not known to be good or bad");
    expect(notAssessed({ tiles: none })).toBe("of the policies found; 2 types are not covered");
    const complete = coverage.map((line) => ({ ...line, status: "complete" as const }));
    expect(notAssessed({ tiles: none, coverage: complete })).toBe("all was read");
  });

  test("without a comparison says whether it is the first or cannot be compared", () => {
    const input = { ...fixtureInput("executive"), changes: null };
    const first = { ...input, review: { ...input.review, has_predecessor: false } };
    expect(textOf(composeBrief(first).body)).toContain("This is the first review in its line");
    expect(textOf(composeBrief(input).body)).toContain("Not known: the review before it");
  });

  test("does not say that nothing changed where not everything could be read", () => {
    const { changes: known, ...input } = fixtureInput("customer");
    if (known === null) throw new Error("The fixture compares with a predecessor.");
    const said = (allRead: boolean): string =>
      textOf(
        composeBrief({ ...input, changes: { ...known, changes: [], all_read: allRead } }).body,
      );
    expect(said(true)).toContain("Nothing changed since review no. 3");
    expect(said(false)).toContain("No change was seen since review no. 3");
    expect(said(false)).toContain("what changed there is not known");
  });

  test("asks for a decision about what ends soon, and not about what ends later", () => {
    const told = textOf(composeBrief(fixtureInput("executive")).body);
    expect(told).toContain("ends on 30 June 2026");
    expect(told).not.toContain("ends on 30 July 2026");
  });
});
