import { dimensionPart } from './dimension.ts';
import { html, Markup } from './markup.ts';
import { dataPart, methodPart, sourcesPart } from './method.ts';
import { overviewPart } from './overview.ts';
import { ratersOverview } from './raters.ts';
import { reproductionPart } from './reproduction.ts';
import { STYLE } from './style.ts';
import type { ReportSubject } from './subject.ts';

/** Nothing is loaded, and nothing runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole report as one HTML page. */
export function reportPage(subject: ReportSubject): string {
  const { report, facts } = subject;
  const title = `Agreement of raters: ${facts.project}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="${facts.program}">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>Rubric ${report.rubric}. Made on ${facts.at.slice(0, 10)} with ${facts.program}.</p>
</header>
<main>
${dataPart(subject)}${methodPart(subject)}${overviewPart(subject)}${ratersOverview(subject)}${report.dimensions.map((part) => dimensionPart(subject, part))}${reproductionPart(subject)}${sourcesPart()}</main>
</body>
</html>
`.text;
}
