/** Styles of the page. Charts stay on white in the dark as well: a static drawing has one look. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--card:#f6f8fa;--text:#1b1f24;--muted:#57606a;--line:#d0d7de;--link:#0b5fa5;--pass:#1a7f37;--fail:#b3261e;--undecided:#8a4b00}
@media (prefers-color-scheme:dark){:root{--bg:#12161b;--card:#1b2129;--text:#e6e9ed;--muted:#a3adb8;--line:#39424d;--link:#7ab8f5;--pass:#5fd07f;--fail:#ff8a80;--undecided:#f0b866}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:16px;max-width:840px;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.45rem;line-height:1.25;margin:.2em 0}
h2{font-size:1.25rem;margin:2.2em 0 .5em;border-bottom:1px solid var(--line);padding-bottom:.2em}
h3{font-size:1.05rem;line-height:1.35;margin:.2em 0 .5em}
a{color:var(--link)}
small{display:block;color:var(--muted);font-size:.84rem;line-height:1.4}
code{font:.86em ui-monospace,"DejaVu Sans Mono",Consolas,monospace}
pre{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:10px 12px;white-space:pre-wrap}
.kind{color:var(--muted);margin:0}
header{border-left:8px solid var(--undecided);padding-left:14px}
header.pass{border-color:var(--pass)}header.fail{border-color:var(--fail)}
.verdict{font-size:1.2rem;line-height:1.4;margin:.6em 0}
.pass>.verdict strong,span.pass{color:var(--pass)}
.fail>.verdict strong,span.fail{color:var(--fail)}
.undecided>.verdict strong,span.undecided{color:var(--undecided)}
span.pass,span.fail,span.undecided{font-weight:600}
.facts{display:flex;flex-wrap:wrap;gap:4px 22px;margin:.6em 0}
dl{margin:0}dt{color:var(--muted)}dd{margin:0}
.facts dt{font-size:.84rem}
.coverage{color:var(--muted)}
.cards{display:grid;gap:14px;align-items:start}
@media (min-width:700px){.cards.sides{grid-template-columns:1fr 1fr;grid-template-rows:auto 1fr}.cards.sides>:nth-child(2){grid-column:2;grid-row:1/span 2}}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px;break-inside:avoid}
.card dl>div{display:flex;justify-content:space-between;gap:14px;padding:3px 0;border-top:1px solid var(--line)}
.card dl>div:first-child{border-top:0}
.card dt{flex:1 1 50%}
.card dd{flex:0 1 auto;max-width:60%;text-align:right;font-variant-numeric:tabular-nums}
.contents ul{display:flex;flex-wrap:wrap;gap:2px 14px;list-style:none;margin:1.4em 0 0;padding:0;font-size:.9rem}
.contents a{display:inline-block;padding:3px 0}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
section:target{scroll-margin-top:8px}
figure{margin:1em 0}
.chart{background:#fff;border:1px solid var(--line);border-radius:8px;padding:8px;text-align:center}
.chart svg{max-width:100%;height:auto;display:block;margin:0 auto}
.chart:not(.wide,.narrow){overflow-x:auto}
.chart:not(.wide,.narrow) svg{max-width:none}
.chart.narrow{display:none}
@media screen and (max-width:640px){.chart.wide{display:none}.chart.narrow{display:block;padding:4px}}
.scroll{overflow-x:auto;margin:.8em 0}
table{border-collapse:collapse;width:100%;font-size:.94rem}
caption{text-align:left;color:var(--muted);padding:4px 0}
th,td{text-align:left;vertical-align:top;padding:5px 8px;border-top:1px solid var(--line);font-weight:400;overflow-wrap:break-word}
thead th{font-weight:600;border-top:0}
.n{text-align:right;font-variant-numeric:tabular-nums}
td:last-child,th:last-child{padding-right:0}th:first-child{padding-left:0}
.scroll th,.scroll td{min-width:4.5em}
.inputs{table-layout:fixed}
.inputs th,.inputs td{overflow-wrap:anywhere}
.inputs thead th:nth-child(2){width:30%}.inputs thead th:nth-child(3){width:21%}
.inputs tbody>tr:first-child>th{background:var(--card);padding:6px 8px;border-top:2px solid var(--line)}
.inputs th[scope=row]{padding-left:16px}
.inputs th[scope=row] code{color:var(--muted)}
.stage{display:inline-block;border:1px solid currentColor;border-radius:9px;padding:0 7px;font-size:.78rem;line-height:1.5}
.stage.assumed{border-style:dashed;color:var(--undecided)}
summary{cursor:pointer;color:var(--link)}
details{margin:.4em 0}
.warnings li{margin:.5em 0}
button{font:inherit;padding:6px 12px;border:1px solid var(--line);border-radius:6px;background:var(--card);color:var(--text);cursor:pointer}
@media (max-width:480px){body{padding:12px;font-size:15px}.inputs th[scope=row]{padding-left:6px}.inputs{font-size:.86rem}.inputs td{padding-left:4px}}
@media print{
:root{--bg:#fff;--card:#fff;--text:#000;--muted:#444;--line:#bbb;--link:#000;--pass:#1a7f37;--fail:#b3261e;--undecided:#8a4b00}
body{max-width:none;padding:0;font-size:10pt}
details::details-content{content-visibility:visible;block-size:auto}
summary,button,.contents{display:none}
h2,h3,caption,thead{break-after:avoid}figure,.card,tr{break-inside:avoid}
.scroll{overflow:visible}
.scroll table{font-size:8.5pt}.scroll th,.scroll td{min-width:0;overflow-wrap:anywhere}
}
`;
