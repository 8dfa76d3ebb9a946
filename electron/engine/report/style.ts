/** The page's style: a paper's, on screen and on A4. Light in every theme, as paper is. */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 48px 32px 64px; max-width: 820px; background: #fff; color: #1b1e23;
  font: 16px/1.55 "Source Serif 4", Georgia, "Liberation Serif", "Times New Roman", serif; }
h1, h2, h3, h4, table, figcaption, .sizes, header p, svg { font-family: Inter, system-ui, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.2; }
h2 { margin: 40px 0 8px; padding-top: 8px; border-top: 1px solid #1b1e23; font-size: 20px; line-height: 1.3; }
h3 { margin: 40px 0 4px; font-size: 18px; }
h4 { margin: 28px 0 4px; font-size: 15px; }
p { margin: 8px 0; }
header p, .sizes { color: #565c65; font-size: 14px; }
figure { margin: 20px 0; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: 4px; color: #565c65; font-size: 13px; }
.plates { display: flex; flex-wrap: wrap; gap: 8px 32px; }
.plates figure { margin: 8px 0; max-width: 340px; }
table { width: 100%; margin: 20px 0; border-collapse: collapse; font-size: 13px; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 6px; text-align: left; font-weight: 600; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #dfdfd9; text-align: left; vertical-align: top; font-weight: 400; }
thead th { border-bottom: 1px solid #1b1e23; color: #565c65; vertical-align: bottom; }
.number { padding: 4px 0 4px 12px; text-align: right; }
.number + :not(.number) { padding-left: 24px; }
.narrow { width: auto; min-width: 50%; }
.ci, .none { color: #565c65; }
code { font: 13px/1.5 "JetBrains Mono", ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
ul { padding-left: 20px; }
.sources { font-size: 14px; }
.contents { columns: 2; margin: 8px 0; font-size: 14px; }
a { color: #1f4a8c; }
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 12.5pt; } h4 { font-size: 11pt; }
  table, caption { font-size: 8.5pt; } figcaption, .sizes, header p, .sources { font-size: 9pt; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  figure, tr, p { break-inside: avoid; }
  thead { display: table-header-group; }
  .dimension + .dimension { break-before: page; }
  a { color: inherit; text-decoration: none; }
}
`;
