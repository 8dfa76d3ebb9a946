/** What of an element's computed style a drawing needs to look the same elsewhere. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'opacity',
  'text-anchor',
];

/**
 * A drawing of the page as an SVG file: colours and fonts, which on the page come from style sheets and variables, are
 * written into its elements, and the page's ground is laid under it.
 */
export function svgText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  carryStyle(drawing, copy);
  const from = drawing.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const source = from[index];
    if (source) carryStyle(source, element);
  });
  for (const sheet of copy.querySelectorAll('style')) sheet.remove();
  copy.removeAttribute('class');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.prepend(groundOf(drawing));
  return new XMLSerializer().serializeToString(copy);
}

function carryStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of CARRIED) to.setAttribute(name, style.getPropertyValue(name));
}

function groundOf(drawing: SVGSVGElement): SVGElement {
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  ground.setAttribute('stroke', 'none');
  const { x = 0, y = 0 } = drawing.viewBox.baseVal ?? {};
  ground.setAttribute('x', String(x));
  ground.setAttribute('y', String(y));
  return ground;
}

/** Pixels of a picture for each of the drawing. */
const SCALE = 2;

/** A drawing of the page as a PNG picture, at twice its size; null where the drawing cannot be painted. */
export async function pngOf(drawing: SVGSVGElement): Promise<Blob | null> {
  const { width, height } = drawing.viewBox.baseVal;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(drawing))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return await new Promise((done) => canvas.toBlob(done, 'image/png'));
}
