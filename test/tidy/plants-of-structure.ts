import type { Plant } from "./plant.ts";

const LIB = "packages/settled/src";
const MANIFEST = [
  "packages/settled/package.json",
  '{ "name": "settled", "exports": { ".": "./src/index.ts" }, "dependencies": { "pg": "8.0.0" } }',
] as const;
const USES_PG = [`${LIB}/postgres/pool.ts`, 'import { Pool } from "pg";\n'] as const;

/** Breaches of how files stand to each other. */
export const PLANTS_OF_STRUCTURE: readonly Plant[] = [
  {
    rule: "imports go up the list of rooms",
    breach: "a presenter that imports a store",
    files: [[`${LIB}/present/a.ts`, 'import { b } from "../postgres/b.ts";\n']],
    problem: /present\/ may not import postgres\//,
    mended: [[`${LIB}/present/a.ts`, 'import { b } from "../run/b.ts";\n']],
  },
  {
    rule: "imports go up the list of rooms",
    breach: "a type-only import down the list",
    files: [[`${LIB}/run/a.ts`, 'import type { B } from "../catalog/b.ts";\n']],
    problem: /run\/ may not import catalog\//,
    mended: [[`${LIB}/catalog/a.ts`, 'import type { B } from "../run/b.ts";\n']],
  },
  {
    rule: "imports go up the list of rooms",
    breach: "a re-export down the list",
    files: [[`${LIB}/ports/a.ts`, 'export type {\n  B,\n} from "../start/b.ts";\n']],
    problem: /ports\/ may not import start\//,
    mended: [[`${LIB}/ports/a.ts`, 'export type { B } from "./b.ts";\n']],
  },
  {
    rule: "imports go up the list of rooms",
    breach: "an engine that imports its neighbour store",
    files: [
      [`${LIB}/engines/pg-boss/a.ts`, 'const { b } = await import("../../postgres/b.ts");\n'],
    ],
    problem: /engines\/ may not import postgres\//,
    mended: [[`${LIB}/engines/pg-boss/a.test.ts`, 'import { b } from "../../postgres/b.ts";\n']],
  },
  {
    rule: "imports go up the list of rooms",
    breach: "a room that nobody has drawn",
    files: [[`${LIB}/attic/a.ts`, "export const a = 1;\n"]],
    problem: /lies in a room that the map of rooms does not have/,
    mended: [[`${LIB}/run/a.ts`, "export const a = 1;\n"]],
  },
  {
    rule: "imports go up the list of rooms",
    breach: "an application that reaches into the library by path",
    files: [
      ["apps/platform/src/a.ts", 'import { b } from "../../../packages/settled/src/run/b.ts";\n'],
    ],
    problem: /reaches into the library by path/,
    mended: [["apps/platform/src/a.ts", 'import { b } from "settled";\n']],
  },
  ...[
    'import { asRunJson } from "../present/run-json.ts";',
    'import { type RunJson } from "../present/run-json.ts";',
    'export * from "../http/served-run-json.ts";',
    'import type { A } from "./b.ts";\nimport { RUN_STATUSES } from "../run/operation-run.ts";',
    'import { setTimeout } from "node:timers/promises";',
    'import { z } from "zod";',
    'const { b } = await import("../http/b.ts");',
    'import {\n  b, // import type\n} from "../http/b.ts";',
  ].map((text) => ({
    rule: "the client loads nothing of a server",
    breach: `a client that loads: ${text.replace(/\s+/g, " ")}`,
    files: [[`${LIB}/client/a.ts`, `${text}\n`]] as const,
    problem: /loads \S+, which a browser has no use for/,
    mended: [
      [
        `${LIB}/client/a.ts`,
        'import { createParser } from "eventsource-parser";\nimport type {\n  A,\n} from "../run/a.ts";\n',
      ],
    ] as const,
  })),
  {
    rule: "only the life cycle holds a RunWriter",
    breach: "a sweeper that holds a writer",
    files: [
      [`${LIB}/reconcile/a.ts`, 'import type { RunWriter } from "../ports/run-writer.ts";\n'],
    ],
    problem: /names RunWriter/,
    mended: [
      [`${LIB}/reconcile/a.ts`, 'import type { WriteAnswer } from "../ports/run-writer.ts";\n'],
    ],
  },
  {
    rule: "no file imports itself through others",
    breach: "two files that import each other's types",
    files: [
      [`${LIB}/run/a.ts`, 'import type { B } from "./b.ts";\n'],
      [`${LIB}/run/b.ts`, 'import type { A } from "./a.ts";\n'],
    ],
    problem: /imports itself: .*a\.ts -> .*b\.ts -> .*a\.ts/,
    mended: [
      [`${LIB}/run/a.ts`, 'import type { B } from "./b.ts";\n'],
      [`${LIB}/run/b.ts`, "export interface B {}\n"],
    ],
  },
  {
    rule: "no file imports itself through others",
    breach: "three files in a ring that is reached from outside",
    files: [
      [`${LIB}/run/b.ts`, 'export { c } from "./c.ts";\n'],
      [`${LIB}/run/a.ts`, 'import { b } from "./b.ts";\n'],
      [`${LIB}/run/c.ts`, 'import { d } from "./d.ts";\n'],
      [`${LIB}/run/d.ts`, 'import { b } from "./b.ts";\n'],
    ],
    problem: /imports itself/,
    mended: [
      [`${LIB}/run/b.ts`, 'export { c } from "./c.ts";\n'],
      [`${LIB}/run/c.ts`, 'import { d } from "./d.ts";\n'],
      [`${LIB}/run/d.ts`, "export const d = 1;\n"],
    ],
  },
  {
    rule: "every file is reached from an entry point",
    breach: "a file that nobody imports",
    files: [[`${LIB}/run/a.ts`, "export const a = 1;\n"], [`${LIB}/index.ts`, ""], MANIFEST],
    problem: /is imported by nobody/,
    mended: [
      [`${LIB}/run/a.ts`, "export const a = 1;\n"],
      [`${LIB}/index.ts`, 'export * from "./run/a.ts";\n'],
      MANIFEST,
    ],
  },
  {
    rule: "every file is reached from an entry point",
    breach: "a file that only its own test imports",
    files: [
      [`${LIB}/run/a.ts`, "export const a = 1;\n"],
      [`${LIB}/run/a.test.ts`, 'import { a } from "./a.ts";\n'],
    ],
    problem: /is used by tests alone/,
    mended: [
      [`${LIB}/run/a.test-kit.ts`, "export const a = 1;\n"],
      [`${LIB}/run/a.test.ts`, 'import { a } from "./a.test-kit.ts";\n'],
    ],
  },
  {
    rule: "every file is reached from an entry point",
    breach: "a thread whose file name nobody says",
    files: [
      [`${LIB}/postgres/thread.ts`, ""],
      [`${LIB}/index.ts`, 'const file = "./thread.ts";\n'],
      MANIFEST,
    ],
    problem: /is imported by nobody/,
    mended: [
      [`${LIB}/thread.ts`, ""],
      [`${LIB}/index.ts`, 'const file = "./thread.ts";\n'],
      MANIFEST,
    ],
  },
  {
    rule: "imported packages are declared",
    breach: "a package that only another workspace declares",
    files: [[`${LIB}/http/a.ts`, 'import { Hono } from "hono";\n'], MANIFEST, USES_PG],
    problem: /imports hono, which its package\.json does not declare/,
    mended: [[`${LIB}/http/a.ts`, 'import { Hono } from "pg";\n'], MANIFEST],
  },
  {
    rule: "imported packages are declared",
    breach: "a shipped file that needs a tool of the root",
    files: [
      [`${LIB}/testing/a.ts`, 'import { test } from "vitest";\n'],
      MANIFEST,
      USES_PG,
      ["package.json", '{ "name": "root", "devDependencies": { "vitest": "5.0.0" } }'],
    ],
    problem: /imports vitest/,
    mended: [
      [`${LIB}/testing/a.test.ts`, 'import { test } from "vitest";\n'],
      MANIFEST,
      USES_PG,
      ["package.json", '{ "name": "root", "devDependencies": { "vitest": "5.0.0" } }'],
    ],
  },
  {
    rule: "imported packages are declared",
    breach: "a package that is declared in vain",
    files: [MANIFEST],
    problem: /declares pg, which no file imports/,
    mended: [MANIFEST, USES_PG],
  },
];
