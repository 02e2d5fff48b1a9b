import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CliIo } from "../cli-io.ts";
import type { GlobalOptions } from "../global-options.ts";
import { usageFault, writeWarning } from "../report-fault.ts";

/** Through what the commands reach the runs. */
export type Door =
  | { readonly kind: "database" }
  | { readonly kind: "server"; readonly url: string; readonly token: string | null };

const TOKEN = /^[\x21-\x7e]{1,4096}$/;
const OWN_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The server that `--server` names, else the database that options name, else the server of SETTLED_SERVER, else the
 * database. Warns where a token would travel in the clear.
 */
export function chooseDoor(io: CliIo, options: GlobalOptions): Door {
  const given = serverNamed(io, options);
  if (given === null) {
    if (options.token === undefined && options.tokenFile === undefined) return { kind: "database" };
    throw usageFault("A token is for a server.", "Give --server URL, or set SETTLED_SERVER.");
  }
  const url = readAddress(given);
  const token = readToken(io, options);
  if (token !== null && url.protocol === "http:" && !OWN_MACHINE.test(url.hostname)) {
    writeWarning(io, `The token goes to ${url.hostname} unencrypted: use https.`);
  }
  return { kind: "server", url: url.href.replace(/\/+$/, ""), token };
}

/** For what only the database itself can be asked. */
export function refuseServer(io: CliIo, options: GlobalOptions, what: string): void {
  if (chooseDoor(io, options).kind === "database") return;
  throw usageFault(
    `${what} works on the database itself, not over a server.`,
    "Leave --server and SETTLED_SERVER out, and name the database.",
  );
}

function serverNamed(io: CliIo, options: GlobalOptions): string | null {
  const { server, database, config, schema } = options;
  const namesDatabase = [database, config, schema].some((option) => option !== undefined);
  if (server === undefined) {
    const everyday = io.env["SETTLED_SERVER"] ?? "";
    return namesDatabase || everyday === "" ? null : everyday;
  }
  if (!namesDatabase) return server;
  throw usageFault(
    "Either a server is asked or a database.",
    "Give --server alone, or leave it out and name the database.",
  );
}

function readAddress(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isPlain =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username + url.password + url.search + url.hash === "";
  if (isPlain) return url;
  throw usageFault(
    "The server is named by an http or https address without user, query and fragment.",
    "Give --server https://HOST, with the path that the API is mounted at.",
  );
}

function readToken(io: CliIo, { token, tokenFile }: GlobalOptions): string | null {
  if (token !== undefined && tokenFile !== undefined) {
    throw usageFault("A token is given twice.", "Give --token or --token-file.");
  }
  const given =
    tokenFile === undefined
      ? (token ?? io.env["SETTLED_TOKEN"] ?? "")
      : readTokenFile(resolve(io.currentFolder, tokenFile), tokenFile);
  if (given === "" && token === undefined && tokenFile === undefined) return null;
  if (TOKEN.test(given)) return given;
  // The token itself is never repeated.
  throw usageFault("What was given as a token is none.", "Check --token-file or SETTLED_TOKEN.");
}

function readTokenFile(path: string, named: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    throw usageFault(`The file ${named} cannot be read.`, "Check the path given to --token-file.");
  }
}
