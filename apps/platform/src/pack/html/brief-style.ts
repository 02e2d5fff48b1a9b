/** The one style of a brief as HTML; its hash is what the document's policy lets in. */
export const BRIEF_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: #1c2733; background: #fff; font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem 2rem; overflow-wrap: anywhere; }
header { background: #0b4a6f; color: #fff; padding: 2rem 1.5rem; }
header > div { max-width: 57rem; margin: 0 auto; overflow-wrap: anywhere; }
header p { margin: 0.2rem 0; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.8rem 0 0.3rem; }
h2 { color: #0b4a6f; font-size: 1.2rem; margin: 2rem 0 0.5rem; }
.place { font-size: 1.2rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.8rem; padding: 0; margin: 1.2rem 0; list-style: none; }
.tiles li { background: #f2f5f8; border-left: 4px solid #0b4a6f; padding: 0.7rem 0.9rem; }
.tiles b { display: block; font-size: 1.8rem; line-height: 1.2; }
.tiles .bad { border-color: #a61b1b; } .tiles .bad b { color: #a61b1b; }
.tiles .care { border-color: #8a5200; } .tiles .care b { color: #8a5200; }
.tiles .good { border-color: #1d6b3a; } .tiles .good b { color: #1d6b3a; }
.soft, small { color: #4d5b6a; font-size: 0.875rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { text-align: left; color: #4d5b6a; font-size: 0.875rem; padding: 0.2rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.6rem; border-bottom: 1px solid #c9d1d9; }
thead th { background: #f2f5f8; color: #4d5b6a; white-space: nowrap; }
tbody th { min-width: 9rem; overflow-wrap: break-word; }
td > .High, td > .Medium, td > .Low, td > .Note { white-space: nowrap; }
.High { color: #a61b1b; } .Medium { color: #8a5200; } .Low { color: #2f5f8f; }
.facts td { font-family: ui-monospace, monospace; font-size: 0.8rem; }
svg { display: block; width: 100%; min-width: 8rem; height: 0.8rem; }
.f-good { fill: #1d6b3a; } .f-plain { fill: #6d9ac4; } .f-bad { fill: #a61b1b; } .f-unknown, .f-care { fill: #b4bec9; }
footer { border-top: 1px solid #c9d1d9; margin-top: 2rem; padding-top: 0.6rem; }
@media print {
  @page { size: A4; margin: 16mm; }
  body { font-size: 10pt; }
  header { background: #fff; color: #1c2733; padding: 0; }
  main { padding: 0; max-width: none; }
  tr, .tiles li { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
`;
