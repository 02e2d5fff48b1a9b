import { useParams } from "@tanstack/react-router";

/** A part of the path by its name; the page stands at a path that has it. */
export function usePathPart(name: string): string {
  const parts: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return parts[name] ?? "";
}
