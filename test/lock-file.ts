interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export interface Lock {
  readonly packages: Record<string, LockedPackage>;
}

export interface UnlockedPackage {
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

/** Optional packages that a locked package asks for and that the lock file does not have: `npm ci` would refuse it. */
export function findUnlocked({ packages }: Lock): readonly UnlockedPackage[] {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !foldersAbove(owner).some((folder) => `${folder}${name}` in packages))
      .map(([name, range]) => ({ name, version: range.replace(/^[~^]/, ""), dev })),
  );
}

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x"];
const LIBRARIES: Readonly<Record<string, string>> = {
  gnu: "glibc",
  musl: "musl",
  gnueabihf: "glibc",
  musleabihf: "musl",
};

/** For which machines a package is, by its name: `binding-linux-arm-musleabihf`. */
export function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) {
    throw new Error(`${name} does not say for which machines it is: lock it by hand.`);
  }
  const library = os === "linux" ? LIBRARIES[words.at(-1) ?? ""] : undefined;
  return { os: [os], cpu: [cpu], ...(library === undefined ? {} : { libc: [library] }) };
}

/** Where npm looks for what a package needs: beside it, then in each folder above. */
function foldersAbove(owner: string): readonly string[] {
  const parts = owner === "" ? [] : owner.split("/node_modules/");
  const nested = parts.map((_, index) => `${parts.slice(0, index + 1).join("/node_modules/")}/`);
  return ["node_modules/", ...nested.map((folder) => `${folder}node_modules/`)];
}
