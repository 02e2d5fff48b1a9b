import { describe, expect, test } from "vitest";
import { applyExceptions } from "./tidy/apply-exceptions.ts";
import { findImports } from "./tidy/find-imports.ts";
import { lexSource, only } from "./tidy/lex-source.ts";
import { asFiles } from "./tidy/plant.ts";
import { PLANTS_OF_CONTENT } from "./tidy/plants-of-content.ts";
import { PLANTS_OF_STRUCTURE } from "./tidy/plants-of-structure.ts";
import { readRepository } from "./tidy/read-repository.ts";
import { MAY_IMPORT, ROOMS, roomOf } from "./tidy/room-map.ts";
import { RULES } from "./tidy/rules.ts";
import type { Finding } from "./tidy/source-file.ts";

const PLANTS = [...PLANTS_OF_STRUCTURE, ...PLANTS_OF_CONTENT];

describe("the repository", () => {
  const files = readRepository();

  test("was read: a checker that saw nothing proves nothing", () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)));
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter(({ path }) => path.endsWith(".sql")).length).toBeGreaterThan(40);
    expect(files.flatMap(({ text }) => findImports(text)).length).toBeGreaterThan(1_000);
    expect(ROOMS.filter((room) => !rooms.has(room))).toEqual([]);
  });

  test.for(RULES)("keeps the rule: $sentence", (rule) => {
    expect(applyExceptions(rule.check(files), rule.exceptions).map(asLine)).toEqual([]);
  });
});

describe("each rule has been seen red", () => {
  test("there is a planted breach of every rule", () => {
    const planted = new Set(PLANTS.map(({ rule }) => rule));
    expect([...planted].toSorted()).toEqual(RULES.map(({ sentence }) => sentence).toSorted());
  });

  test.for(PLANTS)("$rule: it finds $breach", ({ rule, files, problem, mended }) => {
    const check = RULES.find(({ sentence }) => sentence === rule)?.check ?? (() => []);
    const [place] = files[0] ?? [""];
    const found = check(asFiles(files)).filter(({ path }) => path === place);
    expect(found.map(({ problem: said }) => said).join("\n")).toMatch(problem);
    expect(check(asFiles(mended)).map(asLine)).toEqual([]);
  });

  test("an exception excuses its own finding and no other", () => {
    const finding: Finding = { path: "a.ts", line: 3, problem: "has 301 lines" };
    const other = { ...finding, path: "b.ts" };
    const excused = { path: "a.ts", problem: "has 301 lines", because: "a reason" };
    expect(applyExceptions([finding, other], [excused])).toEqual([other]);
  });

  test("an exception that is needed no longer is a finding", () => {
    const excused = { path: "a.ts", problem: "has 301 lines", because: "a reason" };
    expect(applyExceptions([], [excused]).map(asLine)).toEqual([
      "a.ts:1 is excused for what it no longer does: has 301 lines",
    ]);
  });

  test("every exception gives its reason", () => {
    const reasons = RULES.flatMap(({ exceptions }) => exceptions.map(({ because }) => because));
    expect(reasons.filter((reason) => reason.trim().length < 10)).toEqual([]);
  });
});

test("the map of rooms points only up its list", () => {
  for (const room of ROOMS) {
    const above = ROOMS.slice(0, ROOMS.indexOf(room));
    expect(MAY_IMPORT[room].filter((other) => !above.includes(other))).toEqual([]);
  }
});

describe("imports are found without a parser", () => {
  test.for([
    ['import a from "x";', ["x"]],
    ['import { a, type B } from "x";', ["x"]],
    ['import type { A } from "x";', ["x"]],
    ['import a, { b } from "x";', ["x"]],
    ['import * as a from "x";', ["x"]],
    ['import "x";', ["x"]],
    ['import {\n  a,\n  b, // import { c } from "y"\n} from "x";', ["x"]],
    ['export * from "x";\nexport { a } from "y";', ["x", "y"]],
    ['export type * as a from "x";', ["x"]],
    ['const a = await import("x");', ["x"]],
    ['type A = import("x").A;', ["x"]],
    ['createRequire(import.meta.url).resolve("x");', ["x"]],
    ['// import a from "x";', []],
    ['/* import a from "x"; */', []],
    ['const text = `\nimport a from "x";\n`;', []],
    ["const text = 'import a from \"x\";';", []],
    ['export const a = "x";', []],
    ['export function from() {\n  return "x";\n}', []],
    ['const quote = /"/;\nimport a from "x"; // "', ["x"]],
  ] as const)("%s", ([text, expected]) => {
    expect(findImports(text).map(({ specifier }) => specifier)).toEqual(expected);
  });
});

describe("source is cut into code and what is none", () => {
  test("nothing is lost and nothing is said twice", () => {
    for (const { text } of readRepository().filter(({ path }) => path.endsWith(".ts"))) {
      expect(
        lexSource(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }
  });

  test.for([
    ["a(`${b ? `c${d}` : {}}`) + f", "a(                     ) + f"],
    ['a = b / c; d = /[/"]+/g;', "a = b / c; d =         ;"],
    ["<p>Don't</p>", "<p>Don't</p>"],
    ["a // b\nc /* d\n */ e", "a     \nc     \n    e"],
    ['a("\\"b", \'c"\')', "a(     ,     )"],
  ] as const)("%s", ([text, code]) => {
    expect(only(text, ["code"])).toBe(code);
  });
});

function asLine({ path, line, problem }: Finding): string {
  return `${path}:${line} ${problem}`;
}
