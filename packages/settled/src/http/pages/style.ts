import { STYLE_OF_RUNS } from "./style-of-runs.ts";

const COLOURS = `
:root{color-scheme:light dark;--paper:#f6f7f9;--card:#fff;--ink:#1b2230;--soft:#566073;--line:#dfe3ea;
--link:#1d56c2;--good:#17703d;--good-bg:#e3f4e9;--part:#7a5a00;--part-bg:#f9f0d2;--block:#6a3fb0;--block-bg:#eee7fa;
--care:#a04400;--care-bg:#fde9d9;--bad:#b3202c;--bad-bg:#fce4e6;--off:#566073;--off-bg:#e9ecf1;--busy:#1d56c2;
--busy-bg:#e2ecfc;--wait:#44607c;--wait-bg:#e6edf4}
@media (prefers-color-scheme:dark){:root{--paper:#11151c;--card:#191f29;--ink:#e5e9f0;--soft:#9ba6b8;--line:#2c3543;
--link:#86b1ff;--good:#74d49a;--good-bg:#143423;--part:#e5c766;--part-bg:#352c0f;--block:#c4a8ff;--block-bg:#2c2144;
--care:#ffb27a;--care-bg:#3f2611;--bad:#ff979f;--bad-bg:#431c21;--off:#a9b3c3;--off-bg:#2a313d;--busy:#8fb7ff;
--busy-bg:#182b4d;--wait:#a9c1d9;--wait-bg:#223041}}`;

const FRAME = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:6px 10px}
.top{background:var(--card);border-bottom:1px solid var(--line)}
.top div,main,.foot{max-width:1240px;margin:0 auto;padding:0 20px}
.top div{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;min-height:48px}
.brand{font-weight:650;letter-spacing:-.01em;color:var(--ink);text-decoration:none}a.brand:hover{text-decoration:underline}
.top nav{display:flex;flex-wrap:wrap;gap:4px 16px}
.top nav a{color:var(--ink);text-decoration:none;padding:6px 0}.top nav a:hover{text-decoration:underline}
.top nav a[aria-current]{box-shadow:inset 0 -2px var(--link)}
.where,.who{margin-left:auto;color:var(--soft)}.where+.who{margin-left:0}
.narrow form,.narrow details{margin:12px 0}.narrow label{display:block;margin:0 0 3px}
.who{display:flex;gap:10px;align-items:center}.who button{padding:2px 10px;min-height:28px;font-weight:500}
main{padding-top:22px;padding-bottom:28px}
h1{font-size:24px;line-height:1.25;letter-spacing:-.015em;margin:0 0 4px;font-weight:650}
h2{font-size:16px;margin:0 0 10px;font-weight:650}
p{margin:0 0 10px}
.soft{color:var(--soft)}.small{font-size:13px}
.foot{padding-top:14px;padding-bottom:28px;color:var(--soft);font-size:13px}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px;margin:0 0 16px}.card>:last-child{margin-bottom:0}.card.narrow{max-width:34em}
summary{cursor:pointer;font-weight:600}
button,.button{font:inherit;font-weight:600;border:1px solid var(--line);border-radius:7px;padding:6px 14px;
background:var(--card);color:var(--ink);cursor:pointer;text-decoration:none;display:inline-block;min-height:36px}
button:hover,.button:hover{border-color:var(--link)}
input,select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:7px;
padding:6px 9px;width:100%;min-height:36px}
@media (max-width:680px){.top div{padding-top:8px}.top div,main,.foot{padding-left:14px;padding-right:14px}.where{margin-left:0;width:100%;
padding-bottom:8px}h1{font-size:21px}.card{padding:14px}}
@media print{body{background:#fff;font-size:11pt}h2{break-after:avoid}tr{break-inside:avoid}.top nav,.who,.filters,.pages,.skip,.again{display:none}
.card{border:0;border-top:1px solid #999;border-radius:0;padding:10px 0;break-inside:avoid-page}
a{color:inherit;text-decoration:none}main,.top div,.foot{max-width:none;padding-left:0;padding-right:0}}`;

/** The one style of all pages. It stands in the page itself, and the page's policy names its hash. */
export const STYLE = `${COLOURS}${FRAME}${STYLE_OF_RUNS}`.replaceAll("\n", "");
