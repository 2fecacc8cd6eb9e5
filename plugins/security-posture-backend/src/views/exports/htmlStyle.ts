/** How the page to print looks: black on white, rows whole, heads of tables on every sheet. */
export const HTML_STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #000; font: 10pt/1.45 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem; }
h1 { font-size: 18pt; margin: 0 0 1rem; }
h2 { font-size: 12pt; margin: 1.5rem 0 0.5rem; break-after: avoid; }
.note { border-left: 3pt solid #000; margin: 0.5rem 0; padding: 0.25rem 0.75rem; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; }
dt { color: #444; }
dd { margin: 0; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border: 0.5pt solid #999; padding: 0.25rem 0.4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
th { background: #eee; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
@page { margin: 15mm; }
@media print { main { max-width: none; padding: 0; } }
`;
