/** Styles of the live part of a page; they go with those of the page. */
export const LIVE_STYLE = `
.live-picks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,230px),1fr));gap:10px 14px;margin:.8em 0}
.live-pick label{display:block;color:var(--muted);font-size:.84rem}
#live select,#live input[type=text]{font:inherit;color:var(--text);background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:5px 8px;width:100%;min-width:0}
#live select{height:2.3em}
#live :is(button,input,select,summary,.scroll):focus-visible{outline:3px solid var(--link);outline-offset:2px}
#live input[aria-invalid]{border-color:var(--fail);border-width:2px}
#live button:disabled{opacity:.5;cursor:default}
.live-verdict{border-left:8px solid var(--undecided);padding-left:14px;min-height:7.6em}
.live-verdict.pass{border-left-color:var(--pass)}.live-verdict.fail{border-left-color:var(--fail)}
.live-verdict p{margin:.3em 0}
@media (max-width:480px){.live-verdict .verdict{font-size:1.05rem}}
.live-stopped :is(.live-verdict,.live-chart,.live-tables)>*{opacity:.45}
@media screen and (min-height:600px){.live-verdict{position:sticky;top:0;z-index:1;background:var(--bg);border-bottom:1px solid var(--line)}}
.live-chart{height:190px;margin:.6em 0}
.live-chart svg{display:block}
.live-chart text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--text)}
.live-chart .tick{fill:var(--muted)}
.live-chart .axis{stroke:var(--muted)}
.live-chart .passing{fill:var(--pass)}.live-chart .failing{fill:var(--fail)}
.live-chart .before{fill:none;stroke:var(--muted);stroke-width:1.5}
.live-chart line.limit{stroke:var(--text);stroke-width:2;stroke-dasharray:5 3}
.live-chart .marker{fill:var(--text);stroke:var(--text)}
.live-chart .marker.original{fill:var(--bg);stroke:var(--muted)}
.live-heard{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.live-inputs{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:14px 22px}
.live-input{border-left:3px solid var(--line);padding-left:10px;min-width:0}
.live-input.changed{border-color:var(--link)}
.live-field{display:flex;gap:8px;align-items:center;margin-top:3px}
.live-field input{flex:0 1 9em}
.live-field button{margin-left:auto;padding:3px 10px}
.live-slide input{width:100%;margin:8px 0 0;accent-color:var(--link);display:block}
.live-marks{display:block;width:calc(100% - 16px);margin:2px 8px 2px;overflow:visible}
.live-marks rect{fill:var(--link);opacity:.35}
.live-marks line{stroke:var(--text);stroke-width:2}
.live-add{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:1.2em 0}
#live .live-add input{flex:1 1 8em;width:auto}
.live-tables{display:grid;gap:0 22px}
@media (min-width:700px){.live-tables{grid-template-columns:1.25fr 1fr}}
.live-errors{color:var(--fail);font-weight:600}
.live-note{border-left:3px solid var(--link);padding-left:10px;list-style:none;margin:.6em 0}
.live-actions [role=status]{color:var(--muted)}
.live-actions button{margin:2px 0}
#live [hidden]{display:none}
@media print{
#live:not(.live-changed),.live-picks,.live-inputs,.live-add,.live-chart,#live h3,.live-actions p,.live-heard{display:none}
}
`;
