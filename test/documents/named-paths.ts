import { join } from "node:path/posix";
import { LIBRARY, ROOMS } from "../tidy/room-map.ts";

const CODE_BLOCK = /^```[\s\S]*?^```/gm;
const LINK = /\]\(([^)\s#]+)(?:#[^)]*)?\)/g;
const IN_BACKTICKS = /`([^`\n]+)`/g;
/** A path of this repository: a known beginning and no spaces, or the name of a file at the root. */
const PATH =
  /^(?:(?:packages|apps|chaos|bench|docs|test|\.ci)\/[\w./-]*|[A-Z]+\.md|(?:package|package-lock|tsconfig)\.json|vitest\.config\.ts)$/;
/** Documents name files of the library from its rooms on. */
const IN_ROOM = new RegExp(`^(?:${ROOMS.join("|")})/[\\w./-]*$`);

/** The repository paths that a document names, in backticks or as links; `document` is its own path. */
export function namedPaths(document: string, text: string): readonly string[] {
  const prose = text.replace(CODE_BLOCK, "");
  const folder = document.includes("/") ? document.slice(0, document.lastIndexOf("/")) : "";
  const links = [...prose.matchAll(LINK)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(folder, target));
  const quoted = [...prose.matchAll(IN_BACKTICKS)]
    .map(([, said = ""]) => said)
    .map((said) => (IN_ROOM.test(said) ? LIBRARY + said : said))
    .filter((said) => PATH.test(said));
  return [...new Set([...links, ...quoted].map((path) => path.replace(/\/$/, "")))];
}
