import { isIPv6 } from "node:net";

export interface AddressInput {
  /** Of the connection. */
  readonly socketAddress: string | undefined;
  readonly forwardedFor: string | null;
  /** How many proxies of ours stand in front. */
  readonly trustedProxies: number;
}

/**
 * Where a request comes from. Each proxy of ours adds whom it saw at the end of X-Forwarded-For; what stands before
 * those entries was written by whoever sent the request, and is not believed.
 */
export function clientAddress({
  socketAddress = "unknown",
  forwardedFor,
  trustedProxies,
}: AddressInput): string {
  if (trustedProxies === 0) return network(socketAddress);
  const seen = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  return network(seen.at(-trustedProxies) || socketAddress);
}

const NETWORK_GROUPS = 4;

/** Whoever has one IPv6 address has 2^64 of them, so they count as one. */
function network(address: string): string {
  if (!isIPv6(address)) return address.slice(0, 64);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, "")}]`);
  const [head = "", tail = ""] = hostname.slice(1, -1).split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  return [...first, ...zeros, ...last].slice(0, NETWORK_GROUPS).join(":");
}
