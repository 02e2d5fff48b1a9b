import { lexSource } from "./lex-source.ts";
import { type Finding, findingAt, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

const PLACES = ["packages/settled/src/postgres/", "apps/platform/src/store/"];
/** Tests of processes and databases say what they need of them; documents show a host's own. */
const EXEMPT = [
  "chaos/",
  "bench/",
  "docs/",
  "test/",
  "packages/settled/src/testing/",
  // What runs in a browser reaches no database; its class names read like statements.
  "packages/console/src/",
  "apps/platform/console/src/",
];

const SHAPES: readonly RegExp[] = [
  /^select\s[\s\S]*?(?:\bfrom\s|\(|\*|\$\d|^select\s+\d)/,
  /^insert\s+into\s/,
  /^update\s+[\w."${}]+(?:\s+\w+)?\s+set\s/,
  /^delete\s+from\s/,
  /^with\s+(?:recursive\s+)?\w+(?:\s*\([^)]*\))?\s+as\s+(?:not\s+|materialized\s+)*\(/,
  /^create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+|unique\s+|unlogged\s+)?(?:table|index|schema|function|procedure|view|materialized|type|role|user|database|extension|trigger|policy|sequence|publication)\s/,
  /^(?:alter|drop)\s+(?:table|index|schema|function|view|type|role|user|database|extension|trigger|policy|sequence)\s/,
  /^(?:begin|start)\s+(?:transaction|work|read|isolation|;)/,
  /^(?:begin|commit|rollback)\s*;/,
  /^set\s+(?:local|session)\s/,
  /^(?:truncate|lock)\s+(?:table\s+)?[\w.]+/,
  /^(?:grant|revoke)\s[\s\S]*?\b(?:on|to|from)\s/,
  /^(?:listen|notify|unlisten)\s+\w+\s*[;,]?\s*$/,
];
/** What is given to a database as it stands, however short it is. */
const GIVEN_TO_DATABASE = /\.(?:query|executeSql)(?:<[^()]*>)?\s*\(\s*$/;
const BARE = /^(?:begin|commit|rollback|savepoint|analyze|vacuum|discard|show|reset)\b/;

/** SQL is a named file of the store, or stands in the store's folder. */
export function checkSqlPlace(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter((file) => isTypeScript(file) && !isTest(file) && !isExempt(file))
    .flatMap(checkFile);
}

/** Upper and lower case are SQL; a sentence that begins with a capital is not. */
function looksLikeSql(literal: string): boolean {
  const text = literal.trim();
  const first = /^[A-Za-z]+/.exec(text)?.[0] ?? "";
  if (first !== first.toLowerCase() && first !== first.toUpperCase()) return false;
  return SHAPES.some((shape) => shape.test(text.toLowerCase()));
}

function checkFile(file: SourceFile): readonly Finding[] {
  const pieces = lexSource(file.text);
  return pieces.flatMap((piece, index) => {
    if (piece.kind !== "string" && piece.kind !== "template") return [];
    const literal = piece.text.slice(1, -1);
    const before = pieces[index - 1];
    const given = before?.kind === "code" && GIVEN_TO_DATABASE.test(before.text);
    if (!looksLikeSql(literal) && !(given && BARE.test(literal.trim().toLowerCase()))) return [];
    return [
      findingAt(file, piece.start, "holds SQL outside of postgres/ and the platform's store/"),
    ];
  });
}

function isExempt({ path }: SourceFile): boolean {
  return [...PLACES, ...EXEMPT].some((place) => path.startsWith(place));
}
