/** Reads CSV as RFC 4180 tells it: rows of cells, quotes undone. Throws at a quote that is not closed. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === ",") endCell();
    else if (!isQuoted && sign === "\n") {
      endCell();
      rows.push(row);
      row = [];
    } else if (isQuoted || sign !== "\r") cell += sign;
  }
  if (isQuoted) throw new Error("A quote of the CSV is not closed.");
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}
