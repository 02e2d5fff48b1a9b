import { expect, test } from "vitest";
import { createOwnerSession } from "./owner-session.ts";

const TOKEN = "owner-token-of-the-tests";
const DAY_MS = 24 * 60 * 60 * 1_000;
const START = new Date("2026-05-01T08:00:00Z");

function by(headers: Record<string, string>, url = "http://127.0.0.1:4040/"): Request {
  return new Request(url, { headers });
}

function sessionAt(now: Date, token = TOKEN) {
  return createOwnerSession(token, () => now);
}

function laterBy(ms: number) {
  return sessionAt(new Date(START.getTime() + ms));
}

/** A text of the same length that ends differently. */
function other(text: string): string {
  return `${text.slice(0, -2)}${text.endsWith("A") ? "BB" : "AA"}`;
}

function valueOf(setCookie: string): string {
  return /^settled_session=([^;]*)/.exec(setCookie)?.[1] ?? "";
}

function opened(now = START): string {
  return `settled_session=${valueOf(sessionAt(now).open(by({})))}`;
}

test("the token itself is a key for programs, whatever the case of the scheme", () => {
  const session = sessionAt(START);
  expect(session.isOwner(by({ authorization: `Bearer ${TOKEN}` }))).toBe(true);
  expect(session.isOwner(by({ authorization: `bearer ${TOKEN}` }))).toBe(true);
  for (const wrong of [`Bearer ${TOKEN}x`, "Bearer", "Bearer ", `Basic ${TOKEN}`, TOKEN, ""]) {
    expect(session.isOwner(by({ authorization: wrong }))).toBe(false);
  }
});

test("a wrong Authorization header is not mended by a good cookie", () => {
  const headers = { authorization: "Bearer wrong", cookie: opened() };
  expect(sessionAt(START).isOwner(by(headers))).toBe(false);
});

test("a session holds no trace of the token, and no two are alike", () => {
  const [one, two] = [opened(), opened()];
  expect(one).not.toContain(TOKEN);
  expect(one).not.toBe(two);
});

test("a restart keeps sessions; another token ends them", () => {
  expect(sessionAt(START).isOwner(by({ cookie: `a=b; ${opened()}; c=d` }))).toBe(true);
  expect(sessionAt(START, `${TOKEN}2`).isOwner(by({ cookie: opened() }))).toBe(false);
});

test("a session ends after seven days, whatever the browser keeps", () => {
  const cookie = opened();
  expect(laterBy(7 * DAY_MS - 1_000).isOwner(by({ cookie }))).toBe(true);
  expect(laterBy(7 * DAY_MS).isOwner(by({ cookie }))).toBe(false);
});

test("a changed session is none: not its end, not its name, not its seal, nothing missing", () => {
  const [, value = ""] = opened().split("=");
  const [endsAt = "", name = "", seal = ""] = value.split(".");
  const forged = [
    `${Number(endsAt) + 1}.${name}.${seal}`,
    `${endsAt}.${other(name)}.${seal}`,
    `${endsAt}.${name}.${other(seal)}`,
    `${endsAt}.${name}.`,
    `${endsAt}.${name}`,
    "",
    "..",
    `${value}x`,
  ];
  for (const text of forged) {
    expect(sessionAt(START).isOwner(by({ cookie: `settled_session=${text}` }))).toBe(false);
  }
});

test("a session that was signed out stays out, though its cookie was kept", () => {
  const session = sessionAt(START);
  const cookie = `settled_session=${valueOf(session.open(by({})))}`;
  const other = `settled_session=${valueOf(session.open(by({})))}`;
  expect(session.end(by({ cookie }))).toContain("Max-Age=0");
  expect(session.isOwner(by({ cookie }))).toBe(false);
  expect(session.isOwner(by({ cookie: other }))).toBe(true);
});

test("the cookie is out of reach of scripts and other sites, and of plain HTTP where TLS is spoken", () => {
  const session = sessionAt(START);
  const plain = session.open(by({}));
  for (const attribute of ["Path=/", "HttpOnly", "SameSite=Strict", "Max-Age=604800"]) {
    expect(plain).toContain(attribute);
  }
  expect(plain).not.toContain("Secure");
  expect(session.open(by({}, "https://platform.example/"))).toContain("; Secure");
  expect(session.open(by({ "x-forwarded-proto": "https" }))).toContain("; Secure");
});
