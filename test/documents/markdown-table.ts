/** The cells of the first table below a heading, without its head; backticks are taken away. */
export function tableBelow(text: string, heading: string): readonly (readonly string[])[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.includes(heading));
  const first = lines.findIndex((line, index) => index > start && line.startsWith("|"));
  if (start < 0 || first < 0) return [];
  const length = lines.slice(first).findIndex((line) => !line.startsWith("|"));
  return lines.slice(first + 2, length < 0 ? undefined : first + length).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}
