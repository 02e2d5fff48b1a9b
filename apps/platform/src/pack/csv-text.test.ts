import { describe, expect, test } from "vitest";
import { actionPlanCsv } from "./auditor/action-plan-csv.ts";
import { coverageCsv } from "./auditor/coverage-csv.ts";
import { findingsCsv } from "./auditor/findings-csv.ts";
import { inventoryCsv } from "./auditor/inventory-csv.ts";
import { csvText } from "./csv-text.ts";
import { csvCells } from "./read-csv.test-kit.ts";
import { fixtureDocument } from "./review-fixture.test-kit.ts";

const BEGINNINGS = [
  "=",
  "+",
  "-",
  "@",
  "\t=",
  "\r=",
  " =",
  "\u00A0=",
  "＝",
  "\n@",
  "=\u0000",
  "\u0000=",
];
const ENDS = [
  "1+1",
  'HYPERLINK("https://x.example","here")',
  "cmd|' /C calc'!A0",
  "SUM(A1:A9)*2",
  'IMPORTXML(A1,"//a")',
  'DDE("cmd";"/C calc";"x")',
  "2+5+cmd|' /C calc'!A0",
  'WEBSERVICE("https://x.example")',
  "A1",
  '"quoted"',
  '1,"=2"',
  "",
  "-1",
  "@SUM(1)",
  "\r\n=1",
  "；",
  "1;=2",
];
const FORMULAS = BEGINNINGS.flatMap((beginning) => ENDS.map((end) => `${beginning}${end}`));

describe("a CSV of a pack", () => {
  test("holds no cell that a spreadsheet would calculate, whatever the policies are called", () => {
    expect(FORMULAS.length).toBeGreaterThanOrEqual(200);
    const document = fixtureDocument({
      findings: FORMULAS.length,
      name: (number) => FORMULAS[number % FORMULAS.length] ?? "",
    });
    const [one] = document.findings;
    if (one === undefined) throw new Error("There is no finding.");
    const everywhere = FORMULAS.map((text) => ({
      ...one,
      finding_key: text,
      area: text,
      label: text,
      type: text,
      policy: text,
      other_policy: text,
      path: text,
      setting: text,
      sentence: text,
      expected: text,
      found: [text, text],
      decided_by: text,
      decision_reason: text,
      decided_at: text,
      expires_at: text,
      evidence: [text],
    }));
    const hostile = {
      ...document,
      findings: everywhere,
      coverage: FORMULAS.map((text) => ({
        area: "",
        type: text,
        label: text,
        meaning: text,
        next_step: text,
        status: "partial" as const,
        items: 1,
      })),
      inventory: FORMULAS.map((text) => ({
        type: text,
        label: text,
        area: text,
        platform: text,
        policies: 1,
        assignable: true,
        assigned: 1,
        unassigned: 0,
        assignment_unknown: 0,
      })),
    };
    let cells = 0;
    for (const csv of [findingsCsv, actionPlanCsv, coverageCsv, inventoryCsv]) {
      for (const row of csvCells(csv(hostile))) {
        for (const cell of row) {
          expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
          cells += 1;
        }
      }
    }
    expect(cells).toBeGreaterThan(FORMULAS.length * 30);
  });

  test("gives back every harmless text as it was", () => {
    const texts = ['a "b", c', "two\r\nlines", "Ünïcode 漢字 😀", "שלום", "1-2", "a=b", ""];
    expect(
      csvCells(
        csvText(
          ["head"],
          texts.map((text) => [text]),
        ),
      ),
    ).toEqual([["head"], ...texts.map((text) => [text])]);
  });

  test("begins with the mark of UTF-8 and ends its lines as spreadsheets expect", () => {
    expect(csvText(["a"], [[1], [null]])).toBe('\uFEFF"a"\r\n"1"\r\n""\r\n');
  });

  test("leaves reason, date and owner of the action plan to people", () => {
    const [heads = [], ...rows] = csvCells(actionPlanCsv(fixtureDocument()));
    expect(heads.slice(-3)).toEqual(["reason", "date", "owner"]);
    expect(rows.length).toBe(15);
    for (const row of rows) expect(row.slice(-3)).toEqual(["", "", ""]);
  });
});
