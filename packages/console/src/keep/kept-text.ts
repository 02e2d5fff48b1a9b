/** `sessionStorage` is of one tab, and `localStorage` of all tabs of one browser. */
export type KeptIn = "localStorage" | "sessionStorage";

/** What was kept under a name; null where nothing was, and where the browser refuses to tell. */
export function keptText(where: KeptIn, name: string): string | null {
  try {
    return globalThis[where].getItem(name);
  } catch {
    return null;
  }
}

/** False where the browser refuses to keep anything, or has no room: it then lasts as long as the page. */
export function keepText(where: KeptIn, name: string, text: string): boolean {
  try {
    globalThis[where].setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
