/** How what a person has typed stands to the name of the environment. Only the exact name confirms. */
export type Confirmation = "empty" | "differs" | "nearly" | "exact";

export function confirmationOf(typed: string, name: string): Confirmation {
  if (typed === name) return "exact";
  if (typed === "") return "empty";
  return plain(typed) === plain(name) ? "nearly" : "differs";
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
