// Builds the package that is published: JavaScript, declarations and SQL in dist/, with a package.json of its own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const PACKAGE = import.meta.dirname;
const ROOT = join(PACKAGE, "../..");
const DIST = join(PACKAGE, "dist");
const TEST = /\.(?:test|test-kit|types)\.(?:js|d\.ts)$/;
/** The compiler rewrites `./x.ts` in what it emits as code, not in declarations. */
const RELATIVE_IMPORT = /((?:from|import)\s*\(?\s*")(\.{1,2}\/[^"]+)\.ts(")/g;

interface SourceManifest {
  readonly exports: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

function build(): void {
  rmSync(DIST, { recursive: true, force: true });
  compile();
  copyAssets();
  rewriteDeclarations();
  writeManifest();
  refuseTests();
}

function compile(): void {
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const words = [compiler, "--project", join(PACKAGE, "tsconfig.build.json")];
  execFileSync(process.execPath, words, { stdio: "inherit" });
}

/** Whatever is not compiled is shipped as it is: statements, migrations, assets. */
function copyAssets(): void {
  const assets = filesIn("src").filter((path) => !/\.(?:tsx?|md)$/.test(path));
  for (const path of assets) cpSync(join(PACKAGE, path), join(DIST, path));
  for (const name of ["LICENSE", "README.md"].filter((file) => existsSync(join(ROOT, file)))) {
    cpSync(join(ROOT, name), join(DIST, name));
  }
}

function rewriteDeclarations(): void {
  for (const path of filesIn("dist").filter((file) => file.endsWith(".d.ts"))) {
    const text = readFileSync(join(PACKAGE, path), "utf8");
    writeFileSync(join(PACKAGE, path), text.replace(RELATIVE_IMPORT, "$1$2.js$3"));
  }
}

/** The source's own map, with JavaScript and declarations in the place of each TypeScript file. */
function writeManifest(): void {
  const source = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as SourceManifest;
  const { scripts: _, devDependencies: __, exports: doors, ...kept } = source;
  const exports = Object.fromEntries(
    Object.entries(doors).map(([door, path]) => [
      door,
      { types: path.replace(/\.ts$/, ".d.ts"), default: path.replace(/\.ts$/, ".js") },
    ]),
  );
  const manifest = {
    ...kept,
    exports: { ...exports, "./package.json": "./package.json" },
    files: ["src", "bin"],
  };
  const promised = [
    ...Object.values(exports).flatMap(Object.values<string>),
    ...Object.values(source.bin),
  ];
  const missing = promised.filter((path) => !existsSync(join(DIST, path)));
  if (missing.length > 0) {
    throw new Error(`package.json promises what was not built: ${missing.join(", ")}`);
  }
  writeFileSync(join(DIST, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

function refuseTests(): void {
  const tests = filesIn("dist").filter((path) => TEST.test(path));
  if (tests.length === 0) return;
  throw new Error(
    `A shipped file imports what only tests may: ${tests.map((path) => basename(path)).join(", ")}`,
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(join(PACKAGE, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(PACKAGE.length + 1));
}

build();
