/** "policies_unreadable" as "Policies unreadable": a name that a program gave, for people. */
export function wordsOfName(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
