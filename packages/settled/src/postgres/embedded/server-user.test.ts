import { expect, test } from "vitest";
import { serverUserFrom } from "./server-user.ts";

const passwd = [
  "root:x:0:0:root:/root:/bin/bash",
  "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin",
  "ada:x:1000:1000::/home/ada:/bin/bash",
  "postgres:x:101:104::/var/lib/postgresql:/bin/bash",
].join("\n");

test("the owner of the data comes first, then postgres, then nobody", () => {
  expect(serverUserFrom(passwd, 1000)).toEqual({ uid: 1000, gid: 1000 });
  expect(serverUserFrom(passwd, 0)).toEqual({ uid: 101, gid: 104 });
  expect(serverUserFrom(passwd.replace("postgres", "mysql"), 0)).toMatchObject({ uid: 65_534 });
});

test("root, an unknown owner and an unusable list give nobody at all", () => {
  expect(serverUserFrom("root:x:0:0::/root:/bin/sh\nnobody:*:-2:-2::/:/bin/false", 0)).toBe(
    undefined,
  );
  expect(serverUserFrom("", 1000)).toBe(undefined);
});
