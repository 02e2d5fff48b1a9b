import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SettledError } from "settled";
import {
  type ActorExchange,
  type Answer,
  assetAnswer,
  type Exchange,
  problemAnswer,
  problemOf,
  type Route,
} from "settled/http";
import { type ConsoleFile, readConsoleFiles } from "./console-files.ts";

export interface ConsoleOptions {
  readonly brand: string;
  /** The host's own first page. */
  readonly home?: string;
  /** Where a person signs in. */
  readonly signIn?: string;
  /** The path of the handler's base, as for `createHttpHandler`. */
  readonly basePath?: string;
  /** Where the build lies, if the host has built a console with pages of its own; else the generic one. */
  readonly folder?: string;
}

export const CONSOLE_PATH = "/console/";

const GENERIC_FOLDER = join(import.meta.dirname, "../dist");
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
const KEPT_FOR_EVER = "public, max-age=31536000, immutable";

/** The console's pages and files, for `createHttpHandler(options, consoleRoutes(…))`. Pages need an actor, files do not. */
export function consoleRoutes(options: ConsoleOptions): readonly Route[] {
  const folder = builtFolder(options.folder ?? GENERIC_FOLDER);
  const files = readConsoleFiles(folder);
  const page = pageOf(readFileSync(join(folder, "index.html"), "utf8"), options);
  const showPage = async (_exchange: ActorExchange): Promise<Answer> =>
    assetAnswer({
      mediaType: "text/html; charset=utf-8",
      bytes: page,
      headers: { "content-security-policy": POLICY },
    });
  const showFile = async (exchange: Exchange): Promise<Answer> => {
    const file = files.get(`assets/${exchange.pathPart("file")}`);
    return file === undefined
      ? problemAnswer(problemOf("unknown_route"))
      : fileAnswer(file, readsGzip(exchange.request));
  };
  return [
    {
      method: "GET",
      path: `${CONSOLE_PATH}assets/:file`,
      surface: "page",
      access: "open",
      answer: showFile,
    },
    {
      method: "GET",
      path: `${CONSOLE_PATH}*`,
      surface: "page",
      access: "actor",
      // What may be seen is asked by what the page asks for.
      capability: null,
      answer: showPage,
    },
  ];
}

function fileAnswer(file: ConsoleFile, asGzip: boolean): Answer {
  const { mediaType, bytes, gzipped, isImmutable } = file;
  const kept = isImmutable ? { "cache-control": KEPT_FOR_EVER } : {};
  if (gzipped === undefined) return assetAnswer({ mediaType, bytes, headers: kept });
  const headers = { ...kept, vary: "accept-encoding" };
  if (!asGzip) return assetAnswer({ mediaType, bytes, headers });
  return assetAnswer({
    mediaType,
    bytes: gzipped,
    headers: { ...headers, "content-encoding": "gzip" },
  });
}

/** Whether `accept-encoding` names gzip and does not refuse it by `q=0`. */
function readsGzip(request: Request): boolean {
  const offered = request.headers.get("accept-encoding") ?? "";
  return /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0+)?\s*(,|$))|,|$)/i.test(offered);
}

function builtFolder(folder: string): string {
  if (existsSync(join(folder, "index.html"))) return folder;
  throw new SettledError(
    "invalid_configuration",
    "The console was not built. Run `npm run console` first.",
  );
}

/** The built page with the base and the words of this host in it. */
function pageOf(html: string, options: ConsoleOptions): Uint8Array<ArrayBuffer> {
  const { brand, home, signIn, basePath = "" } = options;
  const said = JSON.stringify({
    brand,
    ...(home === undefined ? {} : { home }),
    ...(signIn === undefined ? {} : { sign_in: signIn }),
  });
  const base = `<base href="${attribute(`${basePath}${CONSOLE_PATH}`)}" />`;
  const setup = `<meta name="settled-setup" content="${attribute(said)}" />`;
  return new TextEncoder().encode(
    html.replace(/<base href="[^"]*" ?\/?>/, () => `${base}\n    ${setup}`),
  );
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
