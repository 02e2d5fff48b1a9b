import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  ACTION_PROBLEM_CODES,
  ACTION_PROBLEM_COPY,
} from "../packages/settled/src/http/problem-copy-of-actions.ts";
import { PROBLEM_CODES, PROBLEM_COPY } from "../packages/settled/src/http/problem-copy.ts";
import { RUN_OUTCOMES } from "../packages/settled/src/run/operation-run.ts";
import { SETTLED_ERROR_CODES } from "../packages/settled/src/run/settled-error.ts";
import { tableBelow } from "./documents/markdown-table.ts";
import { namedPaths } from "./documents/named-paths.ts";
import { listRepository, REPOSITORY } from "./tidy/read-repository.ts";
import { MAY_IMPORT, ROOMS } from "./tidy/room-map.ts";

const paths = listRepository();
const DOCUMENTS = paths.filter((path) => /^(?:[A-Z]+\.md|docs\/.*\.md)$/.test(path));

function read(path: string): string {
  return readFileSync(join(REPOSITORY, path), "utf8");
}

/** A file, or a folder with files in it. */
function exists(path: string): boolean {
  return paths.some((known) => known === path || known.startsWith(`${path}/`));
}

test("the documents that a reader looks for are there", () => {
  const wanted = ["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "GLOSSARY.md", "STYLE.md"];
  expect(wanted.filter((path) => !DOCUMENTS.includes(path))).toEqual([]);
});

test.for(DOCUMENTS)("every file that %s names exists", (document) => {
  expect(namedPaths(document, read(document)).filter((path) => !exists(path))).toEqual([]);
});

test("a path that does not exist is found, in backticks and as a link", () => {
  const text = "See `packages/gone.ts`, [this](gone.md#part) and [that](https://example.org/x).";
  expect(namedPaths("docs/operating/a.md", text)).toEqual([
    "docs/operating/gone.md",
    "packages/gone.ts",
  ]);
  expect(exists("packages/gone.ts")).toBe(false);
  expect(exists("packages/settled/src/run")).toBe(true);
});

describe("ARCHITECTURE.md", () => {
  test("shows the map of rooms that the tidy test enforces", () => {
    const shown = tableBelow(read("ARCHITECTURE.md"), "Rooms").map(([room, , may]) => [room, may]);
    expect(shown).toEqual(
      ROOMS.map((room) => [
        room,
        MAY_IMPORT[room].length === 0 ? "nothing" : MAY_IMPORT[room].join(" "),
      ]),
    );
  });

  test("fits two screens", () => {
    const lines = read("ARCHITECTURE.md").trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(110);
    expect(namedPaths("ARCHITECTURE.md", lines.join("\n")).length).toBeGreaterThan(10);
  });
});

test.runIf(DOCUMENTS.includes("README.md"))("the README shows code early and ends soon", () => {
  const lines = read("README.md").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(120);
  expect(lines.findIndex((line) => line.startsWith("```"))).toBeGreaterThan(-1);
  expect(lines.findIndex((line) => line.startsWith("```")) + 1).toBeLessThanOrEqual(25);
});

describe("GLOSSARY.md", () => {
  const glossary = new Map(
    tableBelow(read("GLOSSARY.md"), "Words").map(([word = "", meaning = ""]) => [word, meaning]),
  );

  test("says the words that stand on top of operation-run.ts", () => {
    const block = read("packages/settled/src/run/operation-run.ts").split("\nimport ")[0] ?? "";
    const words = block
      .split("\n")
      .map((line) => /^\/\/ (.{12}) ?(.*)$/.exec(line))
      .map((match) => [match?.[1]?.trim() ?? "", (match?.[2] ?? "").replaceAll("`", "")]);
    expect(words.length).toBeGreaterThan(8);
    expect([...glossary]).toEqual(words);
  });

  test("explains every outcome", () => {
    const explained = tableBelow(read("GLOSSARY.md"), "Outcomes").map(([word]) => word);
    expect(explained).toEqual([...RUN_OUTCOMES]);
  });
});

test("docs/operating/errors.md says of every code what user, operator and support do", () => {
  const rows = tableBelow(read("docs/operating/errors.md"), "Codes");
  expect(rows.map(([code]) => code)).toEqual([...SETTLED_ERROR_CODES]);
  expect(rows.filter((cells) => cells.length !== 5 || cells.includes(""))).toEqual([]);
});

test("docs/operating/errors.md says of every refusal of an action what the user does", () => {
  const rows = tableBelow(read("docs/operating/errors.md"), "Refusals over HTTP");
  expect(rows.map(([code]) => code)).toEqual([...ACTION_PROBLEM_CODES]);
  expect(rows.map(([, status]) => Number(status))).toEqual(
    ACTION_PROBLEM_CODES.map((code) => ACTION_PROBLEM_COPY[code].status),
  );
  expect(rows.filter((cells) => cells.length !== 4 || cells.includes(""))).toEqual([]);
});

test("docs/operating/errors.md says of every other problem what the user does", () => {
  const rows = tableBelow(read("docs/operating/errors.md"), "Other answers over HTTP");
  const others = PROBLEM_CODES.filter((code) => !ACTION_PROBLEM_CODES.some((one) => one === code));
  expect(rows.map(([code, status]) => `${code} ${status}`).toSorted()).toEqual(
    others.map((code) => `${code} ${PROBLEM_COPY[code].status}`).toSorted(),
  );
  expect(rows.filter((cells) => cells.length !== 4 || cells.includes(""))).toEqual([]);
});

describe("docs/upgrading", () => {
  const migrations = paths
    .map((path) => /^packages\/settled\/src\/postgres\/migrations\/(.*)\.sql$/.exec(path)?.[1])
    .filter((name) => name !== undefined);

  test("has a page for each migration, and no other", () => {
    const pages = paths
      .map((path) => /^docs\/upgrading\/(\d.*)\.md$/.exec(path)?.[1])
      .filter((name) => name !== undefined);
    expect(migrations.length).toBeGreaterThan(1);
    expect(pages).toEqual(migrations);
  });

  test.for(migrations)("%s is named in the changelog", (name) => {
    expect(read("CHANGELOG.md")).toContain(`docs/upgrading/${name}.md`);
  });
});
