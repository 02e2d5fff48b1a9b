const TILES = `
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5em,1fr));gap:10px;list-style:none;margin:14px 0;padding:0}
.tiles li{border:1px solid var(--line);border-radius:8px;padding:10px 14px}
.tiles b{display:block;font-size:26px;line-height:1.15;font-weight:650;font-variant-numeric:tabular-nums}
.tiles .bad b{color:var(--bad)}.tiles .care b{color:var(--care)}.tiles .good b{color:var(--good)}`;

const BARS = `
.bars{display:grid;grid-template-columns:minmax(8em,max-content) minmax(0,1fr);gap:8px 14px;align-items:center;margin:0 0 10px}
.bars>svg,.chart svg{display:block}
.bars .small{grid-column:2;margin:-6px 0 2px}
.fill-good{fill:var(--good)}.fill-part{fill:var(--part)}.fill-care{fill:var(--care)}.fill-bad{fill:var(--bad)}
.fill-wait{fill:var(--wait)}.fill-off{fill:var(--off)}.fill-soft{fill:var(--soft)}.fill-line{fill:var(--line)}
.chart{overflow-x:auto}
.chart text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--soft)}
.chart .value{fill:var(--ink);font-weight:600}
h3{font-size:14px;margin:16px 0 6px;font-weight:650}
h3+.scroll{margin-top:0}
.contents{display:flex;flex-wrap:wrap;gap:2px 16px;margin:0 0 16px;font-size:14px}
.path{display:block;color:var(--soft);font-size:12px;overflow-wrap:anywhere}
.questions{display:block;margin:0}.questions dt{color:inherit;font-weight:600;margin-top:12px}
.questions dt:first-child{margin-top:0}.questions dd{max-width:80ch}
@media (max-width:680px){.bars{grid-template-columns:minmax(0,1fr);gap:2px}.bars .small{grid-column:1;margin:0 0 8px}}
@media print{.contents{display:none}.card:has(tr:nth-child(12)){break-inside:auto}tr,.tiles li{break-inside:avoid}
h2,h3{break-after:avoid}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;display:block;block-size:auto}}`;

/** Figures and charts of a host's own pages; they need no script, and every colour has its words beside it. */
export const STYLE_OF_FIGURES = `${TILES}${BARS}`;
