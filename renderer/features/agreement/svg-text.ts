/** What of an element's computed style a drawing needs to look the same elsewhere. */
const CARRIED = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'font-weight', 'opacity'];

/**
 * A drawing of the page as an SVG file: colours and fonts, which on the page come from style sheets and variables, are
 * written into its elements.
 */
export function svgText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const from = drawing.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const source = from[index];
    if (!source) return;
    const style = getComputedStyle(source);
    for (const name of CARRIED) element.setAttribute(name, style.getPropertyValue(name));
  });
  for (const sheet of copy.querySelectorAll('style')) sheet.remove();
  copy.removeAttribute('class');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}
