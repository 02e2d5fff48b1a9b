import { builtinModules } from "node:module";
import { type Manifest, type Workspace, workspaceOf, workspacesOf } from "./entry-points.ts";
import { findImports } from "./find-imports.ts";
import { type Finding, findingAt, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

/** Hoisting hides it when a workspace imports what only another one declares; its users would find out. */
export function checkDeclaredPackages(files: readonly SourceFile[]): readonly Finding[] {
  const workspaces = workspacesOf(files);
  const used = new Map<Workspace, Set<string>>(
    workspaces.map((workspace) => [workspace, new Set()]),
  );
  const undeclared = files.filter(isTypeScript).flatMap((file) => {
    const workspace = workspaceOf(workspaces, file.path);
    if (workspace === undefined) return [];
    const declared = declaredFor(file, workspace, workspaces);
    return findImports(file.text).flatMap(({ specifier, offset }) => {
      const name = packageOf(specifier);
      if (name === null || name === workspace.manifest.name) return [];
      used.get(workspace)?.add(name);
      const known = declared.has(name);
      return known
        ? []
        : [findingAt(file, offset, `imports ${name}, which its package.json does not declare`)];
    });
  });
  const unused = workspaces.flatMap((workspace) =>
    unusedOf(workspace, used.get(workspace) ?? new Set()),
  );
  return [...undeclared, ...unused];
}

/** The package that an import names; null for paths and what Node itself has. */
function packageOf(specifier: string): string | null {
  if (specifier.startsWith(".") || specifier.startsWith("node:")) return null;
  const [scope = "", name] = specifier.split("/");
  const found = scope.startsWith("@") ? `${scope}/${name}` : scope;
  return builtinModules.includes(found) ? null : found;
}

function declaredFor(
  file: SourceFile,
  { manifest }: Workspace,
  workspaces: readonly Workspace[],
): ReadonlySet<string> {
  const own = [
    ...shipped(manifest),
    ...(isTool(file) ? Object.keys(manifest.devDependencies ?? {}) : []),
  ];
  if (!isTool(file)) return new Set(own);
  const root = workspaces.find(({ folder }) => folder === "");
  // Workspaces themselves are linked for the tools at the root.
  const linked = workspaces.map((workspace) => workspace.manifest.name);
  return new Set([...own, ...Object.keys(root?.manifest.devDependencies ?? {}), ...linked]);
}

/** What is declared and imported nowhere is installed in vain. Tools at the root are started, not imported. */
function unusedOf({ folder, manifest }: Workspace, used: ReadonlySet<string>): readonly Finding[] {
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) => folder !== "" && !used.has(name) && !name.startsWith("@types/"))
    .map((name) => ({
      path: `${folder}/package.json`,
      line: 1,
      problem: `declares ${name}, which no file imports`,
    }));
}

/** Tests, their kits, configurations and what lies outside of the workspaces may use the root's tools. */
function isTool(file: SourceFile): boolean {
  const inSources = /^(?:packages|apps)\/[^/]+\/(?:src|bin)\//.test(file.path);
  return isTest(file) || !inSources;
}

function shipped(manifest: Manifest): readonly string[] {
  const { dependencies = {}, peerDependencies = {}, optionalDependencies = {} } = manifest;
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
}
