/** The cells of a CSV in which every cell is quoted; throws on anything else. */
export function csvCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    if (text[at] !== '"') throw new Error(`A cell is not quoted at ${at}.`);
    let cell = "";
    for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += 1) {
      if (at >= text.length) throw new Error("A cell does not end.");
      cell += text[at];
      if (text[at] === '"') at += 1;
    }
    rows.at(-1)?.push(cell);
    at += 1;
    if (text[at] === ",") at += 1;
    else if (text.startsWith("\r\n", at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else throw new Error(`Neither a comma nor a line end at ${at}.`);
  }
  return rows;
}
