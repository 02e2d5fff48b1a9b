import { isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";
import type { AddressRules } from "./webhook-settings.ts";

export type ReadUrl =
  | { readonly kind: "read"; readonly url: URL }
  /** `words` say what is wrong, for whoever typed it. */
  | { readonly kind: "refused"; readonly words: string };

export const URL_CHARS_MAX = 2_048;

const UNPRINTED = /[\s\p{Cc}\\]/u;
const DEFAULT_PORT: Readonly<Record<string, number>> = { "https:": 443, "http:": 80 };
/** Names that lead into a machine or a network of its own wherever they are looked up. */
const OWN_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/**
 * Where an endpoint lies, if it may lie there. A host in figures is read as a browser reads it: decimal, octal,
 * hexadecimal and shortened forms are the address that they mean. What a name means is looked at when it is called.
 */
export function readEndpointUrl(text: string, rules: AddressRules): ReadUrl {
  if (text.length > URL_CHARS_MAX) {
    return refused(`An address has at most ${URL_CHARS_MAX} characters.`);
  }
  const url = UNPRINTED.test(text) ? null : URL.parse(text);
  if (url === null) return refused("This is no address such as https://example.com/hooks.");
  const words = whyNot(url, rules);
  return words === null ? { kind: "read", url } : refused(words);
}

function whyNot(url: URL, { allowPrivate, ports }: AddressRules): string | null {
  if (url.protocol !== "https:" && !(allowPrivate && url.protocol === "http:")) {
    return "The address begins with https://.";
  }
  if (url.username !== "" || url.password !== "") {
    return "The address holds no user and no password: the signature proves who sends.";
  }
  if (url.hash !== "") return "The address holds no part behind a #: it would not be sent.";
  if (allowPrivate) return null;
  const port = url.port === "" ? DEFAULT_PORT[url.protocol] : Number(url.port);
  if (port === undefined || !ports.includes(port)) {
    return `The port is one of these: ${ports.join(", ")}.`;
  }
  const host = hostOf(url);
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : NOT_PUBLIC;
  const name = host.replace(/\.+$/, "").toLowerCase();
  return name.includes(".") && !OWN_NAMES.test(name) ? null : NOT_PUBLIC;
}

/** The address or name that is called, IPv6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}

export const NOT_PUBLIC =
  "The address leads to this machine or to a private network; only public ones are called.";

function refused(words: string): ReadUrl {
  return { kind: "refused", words };
}
