/** The style sheet of the HTML report: light and dark by the reader's setting, one column on a phone, plain on paper. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --page: #f7f7f5; --card: #ffffff; --line: #e3e2de; --text: #1f2328; --soft: #5d646d; --code: #f6f6f4;
  --link: #0b5cad; --focus: #0b5cad;
  --error: #b3261e; --error-tint: #fdeceb; --warning: #8a5a00; --warning-tint: #fdf3dc;
  --info: #1f5fa8; --info-tint: #e8f1fc; --error-bar: #d0463d; --warning-bar: #e0a526; --info-bar: #5b93d6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15171a; --card: #1c1f23; --line: #31353b; --text: #e4e6e9; --soft: #9ea6b0; --code: #17191d;
    --link: #7db7f5; --focus: #7db7f5;
    --error: #ff9a92; --error-tint: #43201f; --warning: #f0c060; --warning-tint: #3b2f14;
    --info: #8fc0f8; --info-tint: #1c2f46; --error-bar: #e0665d; --warning-bar: #d9a441; --info-bar: #5f97d8;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 5rem; }
body {
  margin: 0 auto; max-width: 72rem; padding: 2.5rem 1.5rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.1rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
code, pre, .place { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .86rem; }
.part { display: inline-block; max-width: 100%; }
.lead { margin: 0 0 1.5rem; color: var(--soft); }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }
.tiles li {
  flex: 1 1 6.5rem; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  color: var(--soft); font-size: .9rem;
}
.tiles b { display: block; color: var(--text); font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tiles .error b { color: var(--error); } .tiles .warning b { color: var(--warning); } .tiles .info b { color: var(--info); }
.tiles .none b { color: var(--soft); }
.card { margin: 0 0 1.5rem; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 1.5rem; }
.charts > * { min-width: 0; }
.charts:has(> .wide) > * { grid-column: 1 / -1; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th { font-weight: 500; text-align: left; }
.plot th, .plot td { padding: .3rem 0; }
.plot th { width: 40%; padding-right: 1rem; }
.plot td:last-child { width: 3rem; padding-left: .75rem; text-align: right; font-variant-numeric: tabular-nums; color: var(--soft); }
.plot svg { display: block; width: 100%; height: .8rem; }
.bar-error { fill: var(--error-bar); } .bar-warning { fill: var(--warning-bar); } .bar-info { fill: var(--info-bar); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 0; font-size: .85rem; color: var(--soft); }
.legend svg { width: .8rem; height: .8rem; margin-right: .4rem; vertical-align: -.08rem; }
.matrix th, .matrix td { padding: .35rem .6rem; border-top: 1px solid var(--line); }
.matrix thead th { border-top: 0; color: var(--soft); vertical-align: bottom; white-space: nowrap; }
.matrix thead th:not(:first-child), .matrix td { text-align: center; }
.matrix th:first-child { padding-left: 0; }
.matrix tbody th { white-space: nowrap; }
.wide .matrix thead th:not(:first-child) span {
  display: inline-block; max-height: 14rem; writing-mode: vertical-rl; transform: rotate(180deg); text-align: left;
}
.matrix td a {
  display: inline-block; min-width: 2.2rem; padding: .1rem .5rem; border-radius: 6px; text-align: center;
  text-decoration: none; font-variant-numeric: tabular-nums;
}
.matrix .empty { color: var(--soft); opacity: .5; }
.error .tint, a.error { background: var(--error-tint); color: var(--error); }
.warning .tint, a.warning { background: var(--warning-tint); color: var(--warning); }
.info .tint, a.info { background: var(--info-tint); color: var(--info); }
#filter {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center;
  margin: 0 0 1.25rem; padding: .75rem 0; background: var(--page); border-bottom: 1px solid var(--line); font-size: .9rem;
}
#filter label { display: inline-flex; align-items: center; gap: .35rem; }
#filter select, #filter input[type=search], #filter button {
  font: inherit; color: inherit; padding: .35rem .6rem; max-width: 15rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 6px;
}
#filter input[type=search] { flex: 1 1 9rem; max-width: none; min-width: 8rem; }
#filter button { cursor: pointer; }
#shown { color: var(--soft); font-variant-numeric: tabular-nums; }
.file { margin: 0 0 2rem; }
.file > header { display: flex; flex-wrap: wrap; gap: .25rem .9rem; align-items: baseline; margin-bottom: .6rem; }
.file > header > span { color: var(--soft); font-size: .9rem; }
.finding {
  margin: 0 0 .75rem; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  content-visibility: auto; contain-intrinsic-size: auto 14rem;
}
.finding > p { margin: 0; }
.meta { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin-bottom: .4rem !important; font-size: .88rem; color: var(--soft); }
.tint { padding: .05rem .55rem; border-radius: 99px; font-weight: 600; font-size: .8rem; }
.frame {
  margin: .75rem 0 0; padding: .6rem 0; overflow-x: auto; background: var(--code); border: 1px solid var(--line);
  border-radius: 8px; line-height: 1.6; tab-size: 4; overflow-wrap: normal;
}
.frame code { display: block; width: max-content; min-width: 100%; }
.frame span { display: block; padding: 0 1rem 0 0; color: var(--soft); }
.frame .here { color: var(--text); }
.frame i {
  display: inline-block; width: 3.6rem; margin-right: .9rem; padding-right: .7rem; border-right: 1px solid var(--line);
  text-align: right; font-style: normal; color: var(--soft); user-select: none;
}
.frame mark { color: inherit; border-radius: 3px; padding: .1rem 0; }
.error .frame mark { background: var(--error-tint); box-shadow: 0 2px 0 var(--error-bar); }
.warning .frame mark { background: var(--warning-tint); box-shadow: 0 2px 0 var(--warning-bar); }
.info .frame mark { background: var(--info-tint); box-shadow: 0 2px 0 var(--info-bar); }
.frame mark:empty::before { content: "\\00a0"; }
.more { margin: .75rem 0 0; padding: 0; list-style: none; font-size: .92rem; }
.more li { margin: .3rem 0 0; }
.more b { font-weight: 600; }
details > summary { cursor: pointer; color: var(--soft); font-size: .92rem; }
details.why, details.same { margin-top: .75rem; }
details.why p { margin: .4rem 0 0; }
.hidden-list td, .hidden-list th { padding: .4rem .75rem .4rem 0; border-top: 1px solid var(--line); vertical-align: top; }
footer { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; color: var(--soft); font-size: .85rem; }
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; }
  .card, .finding { padding: 1rem; }
  .tiles { gap: .5rem; }
  .plot tr { display: grid; grid-template-columns: 1fr auto; align-items: center; }
  .plot th { grid-column: 1 / -1; width: auto; padding: .4rem 0 0; }
  .tiles li { flex-basis: 28%; padding: .5rem .75rem; }
  .matrix thead th { white-space: normal; overflow-wrap: normal; }
  .matrix tbody th { white-space: normal; min-width: 9rem; }
  #filter { position: static; }
  #filter select { flex: 1 1 40%; min-width: 0; }
  .frame i { width: 2.4rem; margin-right: .6rem; padding-right: .5rem; }
}
@media print {
  body { max-width: none; padding: 0; }
  #filter { display: none; }
  .finding { break-inside: avoid; content-visibility: visible; }
}
`;
