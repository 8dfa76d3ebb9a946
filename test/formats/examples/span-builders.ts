/** Spans as OTLP JSON writes them. */
const anyValue = (value: unknown): unknown => {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { intValue: String(value) };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  return {
    kvlistValue: {
      values: Object.entries(value ?? {}).map(([key, entry]) => ({ key, value: anyValue(entry) })),
    },
  };
};
export const listed = (attributes: Record<string, unknown>) =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
export const span = (attributes: Record<string, unknown>, more: object = {}) => ({
  traceId: 't',
  spanId: 's',
  name: 'chat',
  startTimeUnixNano: '1790000000000000000',
  endTimeUnixNano: '1790000000840000000',
  attributes: listed(attributes),
  ...more,
});
export const exported = (...spans: unknown[]) => ({
  resourceSpans: [
    { resource: { attributes: listed({ 'service.name': 'support' }) }, scopeSpans: [{ spans }] },
  ],
});
export const said = (role: string, content: string, more: object = {}) => ({
  role,
  parts: [{ type: 'text', content }],
  ...more,
});
export const CHAT = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'gpt-4o' };
export const call = (input: unknown, output: unknown, more: Record<string, unknown> = {}) => ({
  ...CHAT,
  'gen_ai.input.messages': input,
  'gen_ai.output.messages': output,
  ...more,
});
