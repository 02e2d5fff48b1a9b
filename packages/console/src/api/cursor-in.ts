/** The place of the next page in the path that a list gave for it. */
export function cursorIn(next: string | null): string | null {
  return next === null ? null : new URL(next, location.href).searchParams.get("cursor");
}
