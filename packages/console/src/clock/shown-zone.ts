import type { Settings } from "../settings/settings.ts";

/**
 * The zone that times are shown in; null = the browser's own, which also stands in for a workspace's where it has none
 * or one that this browser does not know.
 */
export function shownZone(choice: Settings["zone"], ofWorkspace: string | null): string | null {
  switch (choice) {
    case "local":
      return null;
    case "utc":
      return "UTC";
    case "workspace":
      return ofWorkspace !== null && isKnownZone(ofWorkspace) ? ofWorkspace : null;
  }
}

/** Whether this browser can tell times in a zone: its list may be older than the server's. */
export function isKnownZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The zone of the machine that the browser runs on. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
