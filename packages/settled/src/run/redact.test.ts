import { describe, expect, test } from "vitest";
import { isSecretKey, redact } from "./redact.ts";

const PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow+IBAAKC/AQ\n-----END RSA PRIVATE KEY-----";

describe("redacting", () => {
  test.each([
    ["a JWT", "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "c2lnbmF0dXJl"],
    ["a bearer token", "Authorization: Bearer abc.def-ghi_jkl", "abc.def"],
    ["basic credentials", "basic dXNlcjpwYXNzd29yZA==", "dXNlcjpw"],
    ["an AWS key", "key AKIAIOSFODNN7EXAMPLE is bad", "AKIA"],
    ["a GitHub token", "ghp_abcdefghijklmnopqrst", "abcdefghijk"],
    ["a password in a DSN", "connect postgres://app:hunter22@db:5432/x", "hunter22"],
    ["a PEM key", `key ${PEM} end`, "MIIEow"],
    ["a cut PEM key", PEM.slice(0, 45), "MIIEow"],
    ["password=", "password=hunter22 refused", "hunter22"],
    ["a password in JSON", '{"password":"hunter22"}', "hunter22"],
    ["api_key:", "api_key: hunter22", "hunter22"],
    ["a card number", "card 4111 1111 1111 1111", "1111"],
  ])("hides %s", (_, text, secret) => {
    expect(redact(text)).not.toContain(secret);
    expect(redact(text)).toContain("[redacted]");
  });

  test.each([
    ["a DSN password without a user", "redis://:hunter22@cache:6379", "hunter22"],
    [
      "an encrypted PEM key",
      "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEow\n-----END RSA PRIVATE KEY-----",
      "MIIEow",
    ],
  ])("hides %s", (_, text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  test.each([
    "The review was composed from 12 policies.",
    "connect ECONNREFUSED 127.0.0.1:5432",
    "https://example.com:8443/a@b",
    "run 01890a5d-ac96-774b-bcce-b302099a8057 at 2026-01-01T00:00:00.000Z",
    "44977366-8514-4986-b88c-ae36fe55d1d0",
    "snapshot 40895167-9072-4067-a241-39b1c9020631 is sealed",
    "token bucket is empty; the secret garden",
    "basic need; bearer of news",
    'duplicate key value violates unique constraint "runs_pkey"',
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  ])("leaves a harmless text alone: %s", (text) => {
    expect(redact(text)).toBe(text);
  });

  test("knows the names of secrets in any casing and with any separators", () => {
    const names =
      "password PASSWORD dbPassword db_password db-password db.password apiKey api_key API-KEY accessToken " +
      "clientSecret client_secret authorization Cookie set-cookie privateKey connectionString credentials";
    for (const name of names.split(" ")) expect([name, isSecretKey(name)]).toEqual([name, true]);
    for (const name of ["passwordless", "tokenCount", "secretary", "key", "author", "id", ""]) {
      expect([name, isSecretKey(name)]).toEqual([name, false]);
    }
  });
});
