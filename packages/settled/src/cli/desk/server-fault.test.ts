import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  answerJson,
  type AnswerRequest,
  problem,
  type SmallServer,
  startSmallServer,
} from "../../client/client.test-kit.ts";
import { NetworkError } from "../../client/network-error.ts";
import { createTestIo, say as sayTo } from "../cli.test-kit.ts";
import { serverFaultWords } from "./server-fault.ts";

const TOKEN = "settled_top-secret";
const TWO_LINES = /^✗ [^\n]+\n {2}[^\n]+\n$/;

let folder: string;
let server: SmallServer | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "settled-token-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answer: AnswerRequest): Promise<string> {
  server = await startSmallServer(answer);
  return server.url;
}

async function say(url: string, argv: readonly string[] = [], env: Record<string, string> = {}) {
  const io = createTestIo({
    env: { SETTLED_SERVER: url, SETTLED_TOKEN: TOKEN, SETTLED_WORKSPACE: "acme", ...env },
    currentFolder: folder,
  });
  const said = await sayTo(io, ["runs", "list", ...argv]);
  expect(said.out + said.err).not.toContain("top-secret");
  return said;
}

describe("what kept a server from answering is said in two lines that name what to do", () => {
  test("a token that it does not know: 3", async () => {
    const url = await serve((response) =>
      answerJson(response, problem("not_signed_in", 401), { status: 401 }),
    );
    const { code, err } = await say(url);
    expect(code).toBe(3);
    expect(err).toMatch(TWO_LINES);
    expect(err).toContain("Check --token, --token-file or SETTLED_TOKEN");
  });

  test("a path where another program, or nothing of the API, answers", async () => {
    const url = await serve((response, nth) => {
      if (nth === 0) answerJson(response, problem("unknown_route", 404), { status: 404 });
      else if (nth === 1) response.writeHead(404, { "content-type": "text/html" }).end("<h1>");
      else response.writeHead(302, { location: "https://sign-in.example/" }).end();
    });
    const wrongMount = await say(url);
    expect([wrongMount.code, wrongMount.err]).toEqual([
      3,
      expect.stringContaining("the address in front of /api/v1"),
    ]);
    const html = await say(url);
    expect([html.code, html.err]).toEqual([
      1,
      expect.stringContaining("is not the API: status 404, text/html"),
    ]);
    const signIn = await say(url);
    expect(signIn.err).toContain("sends requests on to https://sign-in.example/");
    for (const { err } of [wrongMount, html, signIn]) expect(err).toMatch(TWO_LINES);
  });

  test("nobody who listens, and no TLS where it is asked for", async () => {
    const url = await serve(() => undefined);
    const noTls = await say(url.replace("http:", "https:"));
    expect(noTls).toMatchObject({ code: 1, err: expect.stringContaining("TLS") as unknown });
    expect(noTls.err).toMatch(TWO_LINES);
    await server?.close();
    const gone = await say(url);
    expect(gone.err).toContain("Nobody listens at http://127.0.0.1:");
  });

  test("a proxy that refuses the way, whose refusal is kept from programs", async () => {
    const url = await serve((response) => response.writeHead(407).end());
    expect((await say(url)).err).toContain("and the proxy on the way");
  });

  test.each([
    ["ENOTFOUND", "is not known here"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "not one that this machine trusts"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "not one that this machine trusts"],
    ["CERT_HAS_EXPIRED", "is not valid now"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "for another name"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "does not speak TLS"],
    ["UND_ERR_CONNECT_TIMEOUT", "did not answer in time"],
    ["timeout", "did not answer in time"],
    ["ECONNRESET", "failed (ECONNRESET)"],
    [null, "failed."],
  ])("%s", (code, words) => {
    const said = serverFaultWords(new NetworkError(code, null), "https://host");
    expect(said?.what).toContain(words);
    expect(said?.what).toContain("https://host");
  });

  test("what no server said is not taken for a fault of one", () => {
    expect(serverFaultWords(new Error("x"), "https://host")).toBeNull();
  });
});

describe("which door is taken", () => {
  const runsOf: AnswerRequest = (response) => answerJson(response, { runs: [], next: null });

  test("an option comes before the environment, and the database of an option before its server", async () => {
    const url = await serve(runsOf);
    expect(await say("http://127.0.0.1:1", ["--server", url])).toMatchObject({ code: 0 });
    const database = ["--database", "postgres://nobody@127.0.0.1:1/nowhere"];
    expect((await say(url, database)).err).toContain("The database cannot be reached");
    expect(await say(url, [...database, "--server", url])).toMatchObject({ code: 2 });
  });

  test("the token comes from an option, a file or the environment, and without one none is sent", async () => {
    const url = await serve(runsOf);
    writeFileSync(join(folder, "token"), "from-file\n");
    await say(url, ["--token", "from-option"]);
    await say(url, ["--token-file", "token"]);
    await say(url);
    await say(url, [], { SETTLED_TOKEN: "" });
    expect(server?.seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer from-option",
      "Bearer from-file",
      `Bearer ${TOKEN}`,
      undefined,
    ]);
  });

  test.each([
    ["an address that is none", ["--server", "host"], "http or https address"],
    ["a password in the address", ["--server", "https://u:p@host"], "without user"],
    ["a token twice", ["--token", "a", "--token-file", "token"], "given twice"],
    ["a file that is not there", ["--token-file", "gone"], "cannot be read"],
    ["a token with a line break", ["--token", "top-secret\nx"], "is none"],
  ])("%s is no command: 2", async (_what, argv, words) => {
    const { code, out, err } = await say("http://127.0.0.1:1", argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    expect(err).toMatch(TWO_LINES);
  });

  test("a token without a server is no command: 2", async () => {
    const { code, err } = await say("", ["--token", "a"]);
    expect(code).toBe(2);
    expect(err).toContain("A token is for a server.");
  });

  test("a token that would travel in the clear is warned of", async () => {
    const { err } = await say("http://settled.invalid");
    expect(err).toContain("! The token goes to settled.invalid unencrypted: use https.");
    expect((await say(await serve(runsOf))).err).toBe("");
  });
});

test("a server that restarts under a watch is waited for", async () => {
  const run = (done: boolean) => ({
    id: "01970000-0000-7000-8000-000000000000",
    done,
    version: done ? 2 : 1,
    status: done ? "completed" : "running",
    outcome: done ? "succeeded" : null,
  });
  let looks = 0;
  const restarting = createServer((request, response) => {
    looks += 1;
    if (looks > 3 && looks < 8) return void response.destroy();
    const isEvents = request.url?.includes("/events") === true;
    answerJson(response, isEvents ? { events: [], next: null } : run(looks > 8));
  });
  await new Promise<void>((resolve) => restarting.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(restarting.address() as AddressInfo).port}`;
  const io = createTestIo({ env: { SETTLED_SERVER: url, SETTLED_WORKSPACE: "acme" } });
  const said = await sayTo(io, ["runs", "watch", run(false).id, "-o", "ndjson"]);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(said.out)).toEqual(run(true));
  restarting.closeAllConnections();
  await new Promise<void>((resolve) => restarting.close(() => resolve()));
});
