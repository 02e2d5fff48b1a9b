const MARK = `
.mark{display:inline-flex;align-items:center;gap:7px;padding:2px 10px 2px 3px;border-radius:99px;font-weight:600;
font-size:13px;line-height:1.4;white-space:nowrap;color:var(--c);background:var(--b)}
.mark i{font-style:normal;display:inline-grid;place-items:center;width:18px;height:18px;border-radius:50%;
background:var(--c);color:var(--card);font-size:12px;font-weight:700;line-height:1;flex:none}
.mark.big{font-size:15px;padding:4px 14px 4px 5px}.mark.big i{width:22px;height:22px;font-size:14px}
.succeeded{--c:var(--good);--b:var(--good-bg)}.partially_succeeded{--c:var(--part);--b:var(--part-bg)}
.blocked{--c:var(--block);--b:var(--block-bg)}.attention_required{--c:var(--care);--b:var(--care-bg)}
.failed{--c:var(--bad);--b:var(--bad-bg)}.cancelled,.unknown{--c:var(--off);--b:var(--off-bg)}
.running{--c:var(--busy);--b:var(--busy-bg)}.queued{--c:var(--wait);--b:var(--wait-bg)}
@media print{.mark{border:1px solid;background:none}.mark i{background:none;color:inherit;width:auto}}`;

const LIST = `
.filters{display:grid;grid-template-columns:repeat(4,minmax(0,1fr)) auto auto;gap:10px;align-items:end;margin:14px 0 16px}
.filters label{display:block;font-size:13px;color:var(--soft)}
.filters a{padding:6px 0}
.runs{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:10px;
border-spacing:0;overflow:hidden;font-size:14px}
.runs th{font-size:13px;font-weight:600;color:var(--soft);text-align:left;padding:8px 12px;white-space:nowrap;
border-bottom:1px solid var(--line)}
.runs td{padding:9px 12px;border-bottom:1px solid var(--line);vertical-align:top}
.runs tr:last-child td{border-bottom:0}
.runs tbody tr:hover{background:var(--paper)}
.runs td.tight{white-space:nowrap}
.runs .go{font-weight:600;text-decoration:none}.runs .go:hover{text-decoration:underline}
.runs .op{min-width:12em}.runs .result{min-width:15em}.runs td:first-child,.runs td.tight{width:1%}
.pages{display:flex;gap:12px;margin-top:16px}
.empty{text-align:center;padding:44px 18px}
@media (max-width:900px){.filters{grid-template-columns:1fr 1fr}}
@media (max-width:680px){.filters{gap:8px}.runs,.runs tbody{display:block;border:0;background:none}
.runs thead{position:absolute;left:-9999px}
.runs tr{display:grid;grid-template-columns:1fr 1fr;gap:4px 12px;background:var(--card);border:1px solid var(--line);
border-radius:10px;padding:12px 14px;margin-bottom:10px}
.runs td,.runs td:first-child,.runs td.tight{display:block;padding:0;border:0;width:auto}.runs .op,.runs .result{min-width:0}
.runs td.tight{white-space:normal}
.runs td.wide{grid-column:1/-1}
.runs td[data-label]:before{content:attr(data-label);display:block;font-size:12px;color:var(--soft)}}`;

const RUN = `
.crumb{margin:0 0 8px;font-size:13px}
.head{display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;margin-bottom:10px}
.head h1{margin:0}
.lead{font-size:17px;line-height:1.5;max-width:70ch;margin:0 0 6px}
.next{border:1px solid var(--line);border-left:4px solid var(--c);background:var(--card);border-radius:6px;padding:9px 14px;margin:12px 0 18px;max-width:76ch}
.next b{color:var(--c)}
.grid{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:16px;align-items:start}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:5px 16px;margin:0}
dt{color:var(--soft)}dd{margin:0}
.facts{width:100%;border-collapse:collapse;margin-top:4px}
.facts th{text-align:left;font-weight:400;color:var(--soft);vertical-align:top;padding:6px 16px 6px 0;width:11em}
.facts td{padding:6px 0;vertical-align:top}
.facts tr+tr>*{border-top:1px solid var(--line)}
.checks,.time{list-style:none;margin:0;padding:0}
.checks li{display:grid;grid-template-columns:4.6em 1fr;gap:2px 8px;padding:2px 0}
.checks li>span:last-child{grid-column:2}
.once{white-space:nowrap}
.yes{color:var(--good);font-weight:600}.no{color:var(--bad);font-weight:600}
.time li{position:relative;padding:0 0 12px 20px;border-left:2px solid var(--line);margin-left:5px}
.time li:last-child{border-left-color:transparent;padding-bottom:0}
.time li:before{content:"";position:absolute;left:-6px;top:6px;width:10px;height:10px;border-radius:50%;
background:var(--card);border:2px solid var(--soft);box-sizing:border-box}
.time li:last-child:before{background:var(--soft)}
.time time{display:block;color:var(--soft);font-size:13px}
progress{width:100%;height:10px;accent-color:var(--busy)}
pre{margin:0;padding:12px;background:var(--paper);border:1px solid var(--line);border-radius:7px;white-space:pre-wrap;
overflow-wrap:anywhere;font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;
max-height:420px;overflow:auto}
code{font:12.5px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
@media (max-width:860px){.grid{grid-template-columns:minmax(0,1fr)}}
@media (max-width:480px){.facts th,.facts td{display:block;width:auto;padding:5px 0 0}.facts td{padding:0 0 6px}
.facts tr+tr>td{border-top:0}dl{gap:4px 12px}}
@media print{.crumb{display:none}.grid{display:block}pre{max-height:none}.next{border:1px solid;background:none}}`;

export const STYLE_OF_RUNS = `${MARK}${LIST}${RUN}`;
