import type { BriefBlock } from "./published-shape.ts";

type Table = Extract<BriefBlock, { kind: "table" }>;

/** A table where there is room for one, else its rows one below the other. */
export function BriefTable({ block }: { readonly block: Table }) {
  return (
    <>
      <WideTable block={block} />
      <ul className="flex flex-col divide-y divide-line sm:hidden">
        {block.rows.map((row) => (
          <li key={row.join("\n")} className="py-2">
            <dl>
              {block.columns.map(({ head }, column) => (
                <div key={head} className="flex gap-2">
                  <dt className="w-24 shrink-0 text-small text-soft">{head}</dt>
                  <dd className="min-w-0">{row[column] ?? ""}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function WideTable({ block }: { readonly block: Table }) {
  return (
    <table className="hidden w-full border-collapse text-left sm:table">
      <caption className="sr-only">{block.caption}</caption>
      <thead className="border-b border-strong-line text-small text-soft">
        <tr>
          {block.columns.map(({ head }) => (
            <th key={head} scope="col" className="py-1.5 pr-4 font-semibold">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {block.rows.map((row) => (
          <tr key={row.join("\n")} className="align-top">
            {block.columns.map(({ head, look }, column) => (
              <td key={head} className={`py-1.5 pr-4 ${look === undefined ? "" : "font-semibold"}`}>
                {row[column] ?? ""}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
