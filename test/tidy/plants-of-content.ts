import type { Plant } from "./plant.ts";
import { PLANTS_OF_TEXTS } from "./plants-of-texts.ts";

const LIB = "packages/settled/src";

/** Breaches of what stands in a file, or of its name. */
export const PLANTS_OF_CONTENT: readonly Plant[] = [
  ...PLANTS_OF_TEXTS,
  ...[
    'const sql = "select id from runs";',
    "const sql = `SELECT id\n  FROM runs`;",
    'db.query("begin");',
    'db.query<Row>("commit");',
    "db.executeSql(`update ${schema}.runs set outcome = $1`);",
    'const sql = "insert into runs values ($1)";',
    'const sql = "delete from runs";',
    'const sql = "with due as (select 1) update runs set x = 1";',
    'const sql = "create unique index runs_by_id on runs (id)";',
    'const sql = "alter table runs add column x text";',
    'const sql = "begin transaction read only";',
    'const sql = "set local role settled_reader";',
  ].map((text) => ({
    rule: "SQL stands in the stores",
    breach: `SQL in a verb: ${text.replace(/\s+/g, " ")}`,
    files: [[`${LIB}/start/a.ts`, `${text}\n`]] as const,
    problem: /holds SQL/,
    mended: [[`${LIB}/postgres/a.ts`, `${text}\n`]] as const,
  })),
  ...[
    'const copy = "Select an environment from the list.";',
    'const copy = "update the provider and set it again";',
    'const copy = "with the newest review (of May)";',
    'const kind = "begin";',
    'const id = request.query("cursor");',
    "// select id from runs",
  ].map((text) => ({
    rule: "SQL stands in the stores",
    breach: `SQL beside words that are none: ${text}`,
    files: [[`${LIB}/start/a.ts`, 'const sql = "delete from runs";\n']] as const,
    problem: /holds SQL/,
    mended: [[`${LIB}/start/a.ts`, `${text}\n`]] as const,
  })),
  ...["utils", "string-helpers", "common", "run-types", "run-service", "constants", "info"].map(
    (name) => ({
      rule: "file names say what is in them",
      breach: `a file named ${name}`,
      files: [[`${LIB}/run/${name}.ts`, ""]] as const,
      problem: /has the vague name/,
      mended: [[`${LIB}/run/run-scope.ts`, ""]] as const,
    }),
  ),
  {
    rule: "file names say what is in them",
    breach: "a folder named shared",
    files: [[`${LIB}/shared/scope.ts`, ""]],
    problem: /lies in the vague folder "shared"/,
    mended: [[`${LIB}/run/scope.ts`, ""]],
  },
  {
    rule: "file names say what is in them",
    breach: "a name in camel case",
    files: [[`${LIB}/run/runScope.ts`, ""]],
    problem: /is not named in kebab case/,
    mended: [[`${LIB}/run/run-scope.test-kit.ts`, ""]],
  },
  {
    rule: "file names say what is in them",
    breach: "a barrel inside of the library",
    files: [[`${LIB}/run/index.ts`, ""]],
    problem: /is a barrel that no package\.json exports/,
    mended: [
      [`${LIB}/run/index.ts`, ""],
      [
        "packages/settled/package.json",
        '{ "name": "settled", "exports": { "./run": "./src/run/index.ts" } }',
      ],
    ],
  },
  ...["export default function a() {}", "const a = 1;\nexport { a as default };"].map((text) => ({
    rule: "exports have names",
    breach: `a default export: ${text.replace(/\s+/g, " ")}`,
    files: [[`${LIB}/run/a.ts`, `${text}\n`]] as const,
    problem: /has a default export/,
    mended: [["vitest.config.ts", `${text}\n`]] as const,
  })),
  ...[
    ['import { readFile } from "node:fs/promises";', "node:fs/promises"],
    ['import { randomUUID } from "crypto";', "crypto"],
    ["const now = Date.now();", "takes time"],
    ["const now = new Date();", "takes time"],
    ["const chance = Math.random();", "takes time or chance"],
  ].map(([text = "", problem = ""]) => ({
    rule: "pure rooms know neither machine nor time",
    breach: `the machine in a pure room: ${text}`,
    files: [[`${LIB}/reconcile/a.ts`, `${text}\n`]] as const,
    problem: new RegExp(problem),
    mended: [[`${LIB}/postgres/a.ts`, `${text}\n`]] as const,
  })),
  {
    rule: "pure rooms know neither machine nor time",
    breach: "today's time beside a stored time",
    files: [[`${LIB}/present/a.ts`, "const now = new Date( );\n"]],
    problem: /takes time/,
    mended: [[`${LIB}/present/a.ts`, "const at = new Date(run.decidedAt); // not Date.now()\n"]],
  },
  {
    rule: "the library leaves the console alone",
    breach: "a sweeper that prints",
    files: [[`${LIB}/reconcile/a.ts`, 'console.log("swept");\n']],
    problem: /writes to the console/,
    mended: [[`${LIB}/cli/a.ts`, 'console.log("swept");\n']],
  },
  {
    rule: "SQL files say what they do and are used",
    breach: "a statement without a word about it",
    files: [
      [`${LIB}/postgres/sql/find-run.sql`, "select 1;\n"],
      [`${LIB}/postgres/a.ts`, 'sql("find-run");\n'],
    ],
    problem: /does not begin with a comment/,
    mended: [
      [`${LIB}/postgres/sql/find-run.sql`, "-- Finds a run.\nselect 1;\n"],
      [`${LIB}/postgres/a.ts`, 'sql("find-run");\n'],
    ],
  },
  {
    rule: "SQL files say what they do and are used",
    breach: "a statement that nobody uses",
    files: [[`${LIB}/postgres/sql/find-run.sql`, "-- Finds a run.\nselect 1;\n"]],
    problem: /is named nowhere/,
    mended: [
      [`${LIB}/postgres/sql/find-run.sql`, "-- Finds a run.\nselect 1;\n"],
      [`${LIB}/postgres/a.ts`, 'const name = "find_run";\n'],
    ],
  },
  {
    rule: "files fit the eye",
    breach: "a file of 301 lines",
    files: [[`${LIB}/run/a.ts`, "let a;\n".repeat(301)]],
    problem: /has 301 lines/,
    mended: [[`${LIB}/run/a.ts`, "let a;\n".repeat(300)]],
  },
  ...["element.innerHTML = name;", "<p dangerouslySetInnerHTML={{ __html: name }} />"].map(
    (text) => ({
      rule: "HTML is written by the framework alone",
      breach: `raw HTML: ${text}`,
      files: [["packages/console/src/a.tsx", `${text}\n`]] as const,
      problem: /writes HTML past the framework/,
      mended: [["packages/console/src/a.tsx", `// no innerHTML\n`]] as const,
    }),
  ),
  ...[
    ["const a = b as any;", "erases a type"],
    ["const a: Map<string, Set<any>> = b;", "erases a type"],
    ["// @ts-ignore\na();", "silences the compiler"],
    ["/* @ts-expect-error: later */ a();", "silences the compiler"],
    ['test.only("a", () => {});', "leaves a test out"],
    ['describe.concurrent.skip("a", () => {});', "leaves a test out"],
    ['test("a", { timeout: 5, only: true }, () => {});', "leaves a test out"],
  ].map(([text = "", problem = ""]) => ({
    rule: "nothing is hidden from compiler and tests",
    breach: `a loophole: ${text.replace(/\s+/g, " ")}`,
    files: [[`${LIB}/run/a.test.ts`, `${text}\n`]] as const,
    problem: new RegExp(problem),
    mended: [[`${LIB}/run/a.test.ts`, `const said = ${JSON.stringify(text)};\n`]] as const,
  })),
  {
    rule: "nothing is hidden from compiler and tests",
    breach: "an exam that leaves a test out",
    files: [[`${LIB}/testing/exercise-a.ts`, 'test.skip("a", () => {});\n']],
    problem: /leaves a test out/,
    mended: [[`${LIB}/testing/exercise-a.ts`, 'test("a", () => page.fit(3));\n']],
  },
];
