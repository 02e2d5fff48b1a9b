import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

const SOCKET = "192.0.2.9";

test.each([
  ["nobody of ours stands in front: the header is not believed", "198.51.100.1", 0, SOCKET],
  ["one proxy: its entry is the last one", "6.6.6.6, 198.51.100.1", 1, "198.51.100.1"],
  ["two proxies: the last but one", "6.6.6.6, 198.51.100.1, 10.0.0.1", 2, "198.51.100.1"],
  ["a proxy that adds nothing: the connection", null, 1, SOCKET],
  ["fewer entries than proxies: the connection", "198.51.100.1", 2, SOCKET],
])("%s", (_what, forwardedFor, trustedProxies, expected) => {
  expect(clientAddress({ socketAddress: SOCKET, forwardedFor, trustedProxies })).toBe(expected);
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2:ffff::1", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["::ffff:192.0.2.9", "192.0.2.9"],
  ["fe80::1%eth0", "fe80:0:0:0"],
])("%s counts as its network %s", (socketAddress, expected) => {
  expect(clientAddress({ socketAddress, forwardedFor: null, trustedProxies: 0 })).toBe(expected);
});
